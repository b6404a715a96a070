import type { TextSpan } from "#lib/claims/text-span";
import { termsOver, type Candidate } from "./candidate.ts";
import { earlierRecords } from "./earlier-record.ts";
import type { FoundFigure } from "./found-figure.ts";
import { createTest, matchOf, type Match } from "./match.ts";
import { findNamed, type Held } from "./named-reading.ts";
import type { FigurePlace } from "./near-mentions.ts";
import { isContradicted, noteOf, noteOfUncounted, outcomeOf } from "./outcome.ts";
import { matchPlace } from "./place-candidates.ts";
import { propose, sourceSpan, type SaidPlace } from "./propose.ts";
import type { Said } from "./said-figure.ts";
import { likeliest, subjectOf, thingOf, weigh } from "./weigh.ts";

/** A figure with what gives it, as numbers; null where nothing does. */
export interface FoundOne {
  readonly figure: FoundFigure;
  readonly best: Candidate | null;
}

/** What the store knows of one figure. */
export async function findOne(
  place: FigurePlace,
  candidates: readonly Candidate[],
  held: Held,
  uncounted: ReadonlyMap<Said, string>,
): Promise<FoundOne> {
  const { said } = place;
  const { table, reader, days } = held;
  const part = place.parts[place.part];
  const sentence = part?.sentences[place.sentence];
  if (part === undefined || sentence === undefined) {
    throw new TypeError("A figure has lost its sentence");
  }
  const test = createTest(said);
  const at = { said, readable: part.readable, start: part.start };
  const holder = uncounted.get(said);
  if (holder !== undefined) {
    return { figure: unknownOf(at, sentence, noteOfUncounted(holder)), best: null };
  }
  const distinct = likeliest(candidates);
  const matches = [];
  for (const candidate of distinct) {
    const match =
      test === null
        ? await matchPlace(candidate, said.text, reader, days)
        : matchOf(candidate, test, table, days);
    if (match !== null) matches.push(match);
  }
  // "The lowest since 2008" cannot be seen in a table that begins later: only what is said of all times is denied by one.
  const isOfAllTime = said.accepts.type === "record" && said.accepts.since === null;
  const denied = isOfAllTime ? deniedRecords(distinct, matches, held) : noThings;
  const agreed = matches.filter(({ candidate }) => !denied.has(thingOf(candidate)));
  const weighed = weigh(agreed, distinct, said);
  const proposals = [];
  let best: Candidate | null = null;
  for (const one of weighed) {
    const proposal = await propose(one, at, reader, days);
    if (proposal === null) continue;
    best ??= one.match.candidate;
    proposals.push(proposal);
  }
  const named = proposals.length > 0 ? null : await findNamed(distinct, at, held);
  const shown = named !== null && isContradicted(named) ? [named.proposal] : proposals;
  const base = unknownOf(at, sentence, "");
  const figure = {
    ...base,
    said: shown[0]?.said ?? base.said,
    outcome: outcomeOf(proposals, named),
    proposals: shown,
    note: noteOf(base.text, proposals, named),
  };
  return { figure, best };
}

const noThings: ReadonlySet<string> = new Set();

/** The records that one table has and another of the same thing, which goes further back, has not. */
function deniedRecords(
  tried: readonly Candidate[],
  matches: readonly Match[],
  { table, days: { asked } }: Held,
): ReadonlySet<string> {
  const right = new Set(matches.map(({ candidate }) => candidate));
  const isDenied = ({ series, months: { from, to }, expression }: Candidate) => {
    const terms = termsOver(series, from, to);
    const value = terms && table.sumAt(terms, asked);
    if (value === null) return false;
    const others = tried.map((one) => one.series);
    const tables = others.filter((one) => subjectOf(one) === subjectOf(series));
    const end = expression.startsWith("lowest") ? "lowest" : "highest";
    const months = series.series.kind === "stock" ? { from: to, to } : { from, to };
    return earlierRecords({ value, ...months, end, day: asked }, tables, table).length > 0;
  };
  return new Set(
    tried
      .filter((one) => {
        const { form, series, months } = one;
        const isHeld = table.wordsOf(series.series.key, months.to).length > 0;
        return form === "record" && isHeld && (!right.has(one) || isDenied(one));
      })
      .map(thingOf),
  );
}

function unknownOf(place: SaidPlace, sentence: TextSpan, note: string): FoundFigure {
  const { figure } = place.said;
  const span = sourceSpan(figure, place);
  return {
    ...span,
    text: place.readable.text.slice(figure.start, figure.end),
    said: span,
    sentence: sourceSpan(sentence, place),
    outcome: "unknown",
    proposals: [],
    note,
  };
}
