import type { TextSpan } from "#lib/claims/text-span";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import type { Candidate } from "./candidate.ts";
import type { FigureTable } from "./figure-table.ts";
import { heldVintages } from "./held-vintages.ts";
import type { AskedDays } from "./match.ts";
import type { Named } from "./outcome.ts";
import { readCandidate, sourceSpan, type SaidPlace } from "./propose.ts";
import { monthOfDay } from "./text-time.ts";
import { thingOf } from "./weigh.ts";

/** Words name a reading when they say as much as this of it, and this much less of any other. */
const leastWeight = 0.5;
const mostOther = 0.72;

/** The tables that a figure is looked up in, and as of when. */
export interface Held {
  readonly table: FigureTable;
  readonly reader: SeriesReader;
  readonly vintages: readonly Vintage[];
  readonly days: AskedDays;
}

/**
 * The one thing that words name, for a figure that nothing gives: whose, which securities, what and when, each said near it.
 * Null when they could mean something else. What was first printed after the day of the text is read as of the day asked for.
 */
export async function findNamed(
  candidates: readonly Candidate[],
  place: SaidPlace,
  held: Held,
): Promise<Named | null> {
  const {
    table,
    days: { written, asked },
  } = held;
  const wanted = written === null || written > asked ? asked : written;
  const isHeld = ({ terms, by }: Candidate, day: VintageDate) =>
    table.sumAt(by === null ? terms : [...terms, ...by], day) !== null;
  const last = written === null ? null : monthOfDay(written);
  const known = candidates
    .filter(
      (one) =>
        isHeld(one, wanted) || (isHeld(one, asked) && (last === null || one.months.to < last)),
    )
    .sort((left, right) => right.weight - left.weight);
  const [first] = known;
  if (first === undefined) return null;
  const alike = known.filter((one) => thingOf(one) === thingOf(first));
  // Of several tables with one thing, that which has it on the day.
  const best = alike.find((one) => isHeld(one, wanted)) ?? first;
  const asOf = isHeld(best, wanted) ? wanted : asked;
  if (first.weight < leastWeight || !first.isDated) return null;
  const { area, class: ofClass } = first.series.named;
  if (!area || !ofClass) return null;
  const other = known.find((one) => isHeld(one, asOf) && thingOf(one) !== thingOf(best));
  if (other !== undefined && other.weight > first.weight * mostOther) return null;
  return readNamed(best, alike, sourceSpan(place.said, place), held);
}

/** What is named, as of the day of the text, or as of the day asked for where it was printed later. */
export async function readNamed(
  best: Candidate,
  alike: readonly Candidate[],
  said: TextSpan,
  { table, reader, vintages, days: { written, asked } }: Held,
): Promise<Named | null> {
  const wanted = written === null || written > asked ? asked : written;
  const isHeld = table.sumAt([...best.terms, ...(best.by ?? [])], wanted) !== null;
  const held = heldVintages(alike, table, vintages, written);
  const at = { asOf: isHeld ? wanted : asked, asked };
  const proposal = await readCandidate(best, () => said, reader, at);
  if (held === null || proposal === null) return null;
  return {
    months: best.months,
    held,
    isBeforeHeld: !isHeld,
    proposal,
  };
}
