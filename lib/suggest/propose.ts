import { judgeSaying } from "#lib/claims/judge-saying";
import { describeValue } from "#lib/claims/judgement";
import { readSayings } from "#lib/claims/read-sayings";
import type { TextSpan } from "#lib/claims/text-span";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import type { Evaluation } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Candidate } from "./candidate.ts";
import type { Proposal } from "./found-figure.ts";
import { holdsOn, type AskedDays, type Match } from "./match.ts";
import type { ReadableText } from "./readable-text.ts";
import type { Said } from "./said-figure.ts";
import { toldOf } from "./told-value.ts";
import type { Weighed } from "./weigh.ts";

/** Where words stand in their source, and what is read of it. */
export interface SaidPlace {
  readonly said: Said;
  readonly readable: ReadableText;
  /** Where the part begins in the source. */
  readonly start: number;
}

/** A match as a proposal: computed exactly, with the words that a claim of it should hold. Null when it does not come true. */
export async function propose(
  { match, confidence, twins }: Weighed,
  place: SaidPlace,
  reader: SeriesReader,
  days: AskedDays,
): Promise<Proposal | null> {
  const asOf = readingDay(match, days);
  if (asOf === null) return null;
  const words = (evaluation: Evaluation) => {
    const span = wordsThatHold(place, evaluation);
    return span === null ? null : sourceSpan(span, place);
  };
  const reading = await readCandidate(match.candidate, words, reader, { asOf, asked: days.asked });
  if (reading === null) return null;
  return {
    ...reading,
    confidence,
    holding: { ...holdingOf(match, days.asked), now: reading.holding.now },
    twins: twins.map(({ candidate }) => candidate.expression),
  };
}

/**
 * What a candidate comes to on a day, as a proposal that holds nowhere. `wordsOf` gives the words that a claim of it should
 * hold; null, here as there, when there are none.
 */
export async function readCandidate(
  candidate: Candidate,
  wordsOf: (evaluation: Evaluation) => TextSpan | null,
  reader: SeriesReader,
  { asOf, asked }: { readonly asOf: VintageDate; readonly asked: VintageDate },
): Promise<Proposal | null> {
  const { expression, weight } = candidate;
  const parsed = parseExpression(expression);
  if (!parsed.ok) return null;
  const result = await evaluateExpression(parsed.tree, reader, asOf);
  if (!result.ok) return null;
  const said = wordsOf(result.evaluation);
  if (said === null) return null;
  const now = await evaluateExpression(parsed.tree, reader, asked);
  return {
    expression,
    tree: parsed.tree,
    confidence: Math.round(Math.min(1, weight) * 100) / 100,
    reasons: reasonsOf(candidate),
    said,
    asOf,
    evaluation: result.evaluation,
    computed: describeValue(result.evaluation.value),
    told: toldOf(candidate, result.evaluation.value),
    holding: {
      ...{ vintages: [], first: null, last: null, until: null, isNow: false },
      now: now.ok ? toldOf(candidate, now.evaluation.value) : null,
    },
    twins: [],
  };
}

/** The day of the text where the figure was right then, else the first on which it was. */
export function readingDay({ days }: Match, { written, asked }: AskedDays): VintageDate | null {
  if (written !== null) {
    if (holdsOn(days, written)) return written;
  }
  if (holdsOn(days, asked)) return asked;
  return days.find(({ holds }) => holds)?.day ?? null;
}

export function holdingOf({ days }: Match, asked: VintageDate): Omit<Proposal["holding"], "now"> {
  const vintages = days.filter(({ holds }) => holds).map(({ day }) => day);
  const last = days.findLastIndex(({ holds }) => holds);
  return {
    vintages,
    first: vintages[0] ?? null,
    last: vintages.at(-1) ?? null,
    until: days[last + 1]?.day ?? null,
    isNow: holdsOn(days, asked),
  };
}

/** The longest of the words around a figure that a claim may hold, and that the value makes true. */
function wordsThatHold({ said, readable }: SaidPlace, evaluation: Evaluation): TextSpan | null {
  for (const span of [said, said.figure]) {
    const read = readSayings(readable.text.slice(span.start, span.end));
    if (!("sayings" in read) || read.sayings.length !== 1) continue;
    const [saying] = read.sayings;
    if (saying === undefined) continue;
    const judged = judgeSaying(saying, evaluation);
    if ("verdict" in judged && judged.verdict.startsWith("holds")) return span;
  }
  return null;
}

export function sourceSpan(span: TextSpan, { readable, start }: SaidPlace): TextSpan {
  const found = readable.toSource(span);
  return { start: found.start + start, end: found.end + start };
}

export function reasonsOf({ series, isDated }: Candidate): string[] {
  const { area, class: ofClass, measure } = series.named;
  const named = [
    ...(ofClass ? ["which securities"] : []),
    ...(area ? ["whose"] : []),
    ...(measure ? ["what is measured"] : []),
    ...(isDated ? ["when"] : []),
  ];
  const all = ["which securities", "whose", "what is measured", "when"];
  const missing = all.filter((one) => !named.includes(one));
  return [
    ...(named.length === 0 ? [] : [`the words say ${listed(named)}`]),
    ...(missing.length === 0 ? [] : [`they do not say ${listed(missing)}`]),
    series.series.title,
  ];
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
