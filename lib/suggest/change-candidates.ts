import { shiftPeriod, type Period } from "#lib/series/period";
import { lengthOf, rangeText, termsOver, type Candidate } from "./candidate.ts";
import type { FigureWords } from "./figure-words.ts";
import type { Term } from "./figure-table.ts";
import type { NamedMonths } from "./named-periods.ts";
import type { NamedSeries } from "./named-series.ts";

/** What a value changed by, in dollars or percent, from each time that it may be counted from. */
export function changes(
  series: NamedSeries,
  months: NamedMonths,
  words: FigureWords,
  weight: number,
  gives: "USD" | "growth",
): Candidate[] {
  const { kind, frequency, window } = series.series;
  if (window === 12 || kind === "valuation") return [];
  const name = gives === "USD" ? "change" : "pct_change";
  return earlierOf(series, months, words).flatMap((earlier): Candidate[] => {
    const { from, to } = kind === "stock" ? { from: months.to, to: months.to } : months;
    const now = termsOver(series, from, to);
    const then = termsOver(series, earlier.from, earlier.to);
    if (now === null || then === null) return [];
    const isBefore =
      shiftPeriod(earlier.to, 1) === from &&
      lengthOf(from, to) === lengthOf(earlier.from, earlier.to);
    const range = frequency === "annual" ? to.slice(0, 4) : rangeText(from, to);
    const rest = isBefore ? "" : `, ${rangeText(earlier.from, earlier.to)}`;
    return [
      {
        expression: `${name}(${series.series.key}, ${range}${rest})`,
        terms: gives === "USD" ? [...now, ...turnedTerms(then)] : now,
        by: gives === "USD" ? null : then,
        gives,
        weight: weight * earlier.weight,
        series,
        months: { from: earlier.from, to },
        form: "change",
        isDated: months.isSaid,
      },
    ];
  });
}

/** The size of a change, where words say which way it went: "the fall was $5 billion". */
export function sizes(found: readonly Candidate[], { way, saysLess }: FigureWords): Candidate[] {
  const turned = found.map((one) => ({
    ...one,
    expression: `-${one.expression}`,
    terms: turnedTerms(one.terms),
    weight: one.weight * (saysLess ? 0.9 : 0.1),
  }));
  if (way === null) return [...found, ...turned];
  return way === "down" ? turned : [...found];
}

function turnedTerms(terms: readonly Term[]): Term[] {
  return terms.map((term) => ({ ...term, times: -term.times }));
}

interface Earlier {
  readonly from: Period;
  readonly to: Period;
  readonly weight: number;
}

/** What months are compared with: those just before, those that words name, those of a year before. */
function earlierOf(
  { series }: NamedSeries,
  { from, to }: NamedMonths,
  { months: { origins, lengths } }: FigureWords,
): Earlier[] {
  const length = lengthOf(from, to);
  const named = origins
    .filter(({ month }) => month < to)
    .map(({ month, weight }) =>
      length === 1 || series.kind === "stock"
        ? { from: month, to: month, weight }
        : { from: shiftPeriod(month, 1 - length), to: month, weight },
    );
  const isNamed = named.length > 0 ? 0.4 : 1;
  if (length > 1) {
    if (series.kind === "stock" && length !== 12) {
      named.push({ from, to: from, weight: 0.8 * isNamed });
    }
    const before =
      series.kind === "stock"
        ? { from: shiftPeriod(from, -1), to: shiftPeriod(from, -1), weight: isNamed }
        : { from: shiftPeriod(from, -length), to: shiftPeriod(to, -length), weight: isNamed };
    return [...named, before];
  }
  const counted = lengths
    .filter(({ length: by }) => by > 0 && by <= 600)
    .map(({ length: by, weight }) => {
      const month = shiftPeriod(to, -by);
      return { from: month, to: month, weight: weight * isNamed };
    });
  const yearEnd = shiftPeriod(to, -Number(to.slice(5)));
  return [...named, ...counted, { from: yearEnd, to: yearEnd, weight: 0.2 * isNamed }];
}
