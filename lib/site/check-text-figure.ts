import { judgeSaying } from "#lib/claims/judge-saying";
import type { Judgement } from "#lib/claims/judgement";
import { readSayings } from "#lib/claims/read-sayings";
import type { Saying } from "#lib/claims/saying";
import { evaluateExpression } from "#lib/expressions/evaluate";
import type { Evaluation } from "#lib/expressions/value";
import { describeInWords } from "#lib/expressions/words";
import { formatDay } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Series } from "#lib/series/series";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";
import type { KnownRevisions } from "#lib/suggest/revisions-reader";
import type { SuggestSetting } from "#lib/suggest/setting";
import type { CheckedFigure, FigureReading, FigureReceipt } from "./check-text-receipt.ts";
import { citedFiles } from "./cited-files.ts";
import { snapshotsUsed, toReceiptCell, type VintagesByRelease } from "./receipt-cells.ts";

/** What figures are described from. `day` is the vintage that the text is held against. */
export interface FigureSetting {
  readonly setting: SuggestSetting;
  readonly known: KnownRevisions;
  readonly day: VintageDate;
}

/** A rank rests on hundreds of cells, and a text has many figures: so many are printed of each. */
const cellLimit = 24;

/** A month of a press release is printed and revised for years: so many vintages are printed, the first and the last. */
const readingLimit = 12;

/** A sentence without an end is cut to so many characters on either side. */
const sentenceReach = 240;

/** The figures of a text, ready to print, in their order. */
export async function describedFigures(
  source: string,
  found: readonly FoundFigure[],
  from: FigureSetting,
): Promise<readonly CheckedFigure[]> {
  const figures: CheckedFigure[] = [];
  // One after the other: what one has read the next finds in memory.
  for (const figure of found) figures.push(await describe(source, figure, from));
  return figures;
}

async function describe(
  source: string,
  figure: FoundFigure,
  from: FigureSetting,
): Promise<CheckedFigure> {
  const { outcome, note, text, proposals } = figure;
  const [best, ...others] = proposals;
  const shown = outcome === "unknown" ? undefined : best;
  const saying = sayingOf(source, figure);
  const now = shown && (await evaluateAt(shown, from, from.day));
  return {
    ...{ text, outcome },
    note: note.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day)),
    isExact: now !== undefined && judge(saying, now)?.verdict === "holds",
    instead: outcome === "supported" || now === undefined ? null : insteadOf(saying, now, outcome),
    sentence: cutSentence(source, figure),
    receipt: shown === undefined ? null : await receiptOf(shown, saying, from),
    others: await Promise.all(
      (shown === undefined ? proposals : others).map(async (other) => ({
        expression: other.expression,
        words: await describeInWords(other.tree, from.known.reader),
        computed: other.computed,
        asOf: other.asOf,
      })),
    ),
  };
}

/** What the words say, where they say one thing. */
function sayingOf(source: string, { said }: FoundFigure): Saying | null {
  const read = readSayings(source.slice(said.start, said.end));
  return "sayings" in read && read.sayings.length === 1 ? (read.sayings[0] ?? null) : null;
}

function judge(saying: Saying | null, evaluation: Evaluation): Judgement | null {
  const judged = saying && judgeSaying(saying, evaluation);
  return judged && "verdict" in judged ? judged : null;
}

async function evaluateAt(
  { tree }: Proposal,
  { known }: FigureSetting,
  vintage: VintageDate,
): Promise<Evaluation | undefined> {
  const result = await evaluateExpression(tree, known.reader, vintage);
  return result.ok ? result.evaluation : undefined;
}

async function receiptOf(
  proposal: Proposal,
  saying: Saying | null,
  from: FigureSetting,
): Promise<FigureReceipt> {
  const { asOf, computed, evaluation, expression, reasons, tree } = proposal;
  const series = seriesOf(evaluation.cells, from.setting);
  const vintages = vintagesOf(series, from.setting);
  const snapshots = snapshotsUsed(evaluation.cells, series, vintages, asOf);
  const readings = await readingsOf(proposal, saying, from);
  const left = Math.max(0, readings.length - readingLimit);
  return {
    ...{ expression, asOf, computed, reasons, snapshots },
    words: await describeInWords(tree, from.known.reader),
    interval: judge(saying, evaluation)?.interval ?? null,
    cells: evaluation.cells
      .slice(0, cellLimit)
      .map((cell) => toReceiptCell(cell, series, vintages)),
    cellCount: evaluation.cells.length,
    readings: left === 0 ? readings : readings.toSpliced(1, left),
    readingsLeft: left,
    series: [...series.values()].slice(0, 6).map(({ key, title }) => ({ key, title })),
    citation: `${citedFiles(snapshots)}. Computed in Tickmark as of the vintage of ${formatDay(asOf)}: ${expression} = ${computed}.`,
  };
}

function seriesOf(cells: readonly Cell[], setting: SuggestSetting): ReadonlyMap<string, Series> {
  const keys = new Set(cells.map(({ key }) => key));
  return new Map(setting.series.filter(({ key }) => keys.has(key)).map((one) => [one.key, one]));
}

function vintagesOf(
  series: ReadonlyMap<string, Series>,
  { vintages }: SuggestSetting,
): VintagesByRelease {
  const releases = new Set([...series.values()].map(({ release }) => release));
  return new Map(
    [...releases].map((slug) => [
      slug,
      vintages
        .filter(({ release }) => release === slug)
        .toSorted((left, right) => left.date.localeCompare(right.date, "en")),
    ]),
  );
}

/** The value at each vintage that printed or changed one of the cells; where it stays the same, once. */
async function readingsOf(
  proposal: Proposal,
  saying: Saying | null,
  from: FigureSetting,
): Promise<FigureReading[]> {
  const { cells } = proposal.evaluation;
  const used = new Set(cells.map(({ key, period }) => `${key} ${period}`));
  const keys = [...new Set(cells.map(({ key }) => key))];
  await from.known.load(keys);
  const changes = keys
    .flatMap((key) => from.known.cells.get(key) ?? [])
    .filter(({ key, period }) => used.has(`${key} ${period}`))
    .map(({ knownFrom }) => knownFrom);
  const readings: FigureReading[] = [];
  for (const vintage of [...new Set(changes)].sort()) {
    const evaluation = await evaluateAt(proposal, from, vintage);
    const judged = evaluation && judge(saying, evaluation);
    // Before all of its cells were printed it has no value, and that is no change of one.
    if (!evaluation || !judged) continue;
    if (judged.computed === readings.at(-1)?.computed) continue;
    readings.push({ vintage, computed: judged.computed, standing: judged.verdict });
  }
  return readings;
}

/** "now $75.1 billion": as the words would say it, without what they say already; the value where that is long. */
function insteadOf(
  saying: Saying | null,
  evaluation: Evaluation,
  outcome: "drifted" | "contradicted" | "unknown",
): string | null {
  if (outcome === "unknown" || saying === null) return null;
  const judged = judge(saying, evaluation);
  if (judged === null) return null;
  const { instead, computed } = judged;
  const words = instead !== null && instead.length <= longestInstead ? instead : computed;
  const [before = "", figure = words, after = ""] = cutAtFigure(words);
  const [saidBefore = "", , saidAfter = ""] = cutAtFigure(saying.text);
  const short = before === saidBefore && after === saidAfter ? figure : words;
  return outcome === "drifted" ? `now ${short}` : `data: ${short}`;
}

/** Longer than this is no note beside a figure. */
const longestInstead = 40;

/** Words cut into what comes before their first amount, the amount, and the rest. */
function cutAtFigure(words: string): readonly string[] {
  return words.split(/([\u2212-]?\$?\d[\d,.]*(?: (?:trillion|billion|million|percent))?)(.*)/s);
}

function cutSentence(source: string, { said, sentence }: FoundFigure): CheckedFigure["sentence"] {
  const before = source.slice(sentence.start, said.start);
  const after = source.slice(said.end, sentence.end);
  return {
    before: before.length > sentenceReach ? `…${before.slice(-sentenceReach)}` : before,
    said: source.slice(said.start, said.end),
    after: after.length > sentenceReach ? `${after.slice(0, sentenceReach)}…` : after,
  };
}
