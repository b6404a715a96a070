import { monthPeriod } from "#lib/series/period";
import { wordsOf } from "./figure-words.ts";
import type { FigureTable } from "./figure-table.ts";
import { makeCandidates } from "./make-candidates.ts";
import { createTest, matchOf } from "./match.ts";
import type { Namings, NamedSeries } from "./named-series.ts";
import type { FigurePlace } from "./near-mentions.ts";
import type { TextTime } from "./text-time.ts";

/** A figure with the series that its words name. */
export interface NamedPlace {
  readonly place: FigurePlace;
  readonly namings: Namings;
  readonly series: readonly NamedSeries[];
}

/** So many figures and series of each are tried for each year. */
const mostFigures = 8;
const mostSeries = 6;

/**
 * The time of a text that names a month and no year, such as a paragraph cut out of a press release: the year in which most
 * of its figures are right, if it is right about two at least, and about twice as many as in any other.
 */
export function guessTime(
  time: TextTime,
  named: readonly NamedPlace[],
  table: FigureTable,
): TextTime {
  if (time.written !== null || time.subject !== null) return time;
  const [first] = named;
  const month = first === undefined ? null : onlyMonth(first.place);
  if (month === null) return time;
  const some = named.filter(({ place }) => place.said.values?.dimension === "USD");
  const last = Number(time.asked.slice(0, 4));
  const years = Array.from({ length: last - 2000 }, (_, step) => last - step).map((year) => {
    const subject = monthPeriod(year, month);
    return { subject, right: countRight(some.slice(0, mostFigures), { ...time, subject }, table) };
  });
  years.sort((left, right) => right.right - left.right);
  const [best, second] = years;
  if (best === undefined || best.right < 2 || best.right < 2 * (second?.right ?? 0)) return time;
  return { ...time, subject: best.subject };
}

/** The month that a text names first; null where it names a year anywhere. */
function onlyMonth({ parts }: FigurePlace): number | null {
  const mentions = parts.flatMap(({ sentences }) => sentences.flatMap(({ periods }) => periods));
  let month: number | null = null;
  for (const mention of mentions) {
    if (mention.type === "month" && mention.year === null) month ??= mention.month;
    else if (mention.type !== "length" && mention.type !== "at-most") return null;
  }
  return month;
}

function countRight(named: readonly NamedPlace[], time: TextTime, table: FigureTable): number {
  return named.filter(({ place, namings, series }) => {
    const words = wordsOf(place, namings, time);
    const test = createTest(place.said);
    if (test === null) return false;
    const candidates = makeCandidates(words, series.slice(0, mostSeries), new Map());
    return candidates.some(
      (candidate) =>
        candidate.weight > 0.25 &&
        matchOf(candidate, test, table, { written: null, asked: time.asked }) !== null,
    );
  }).length;
}
