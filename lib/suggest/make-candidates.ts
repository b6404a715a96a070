import type { Side } from "#lib/claims/side-words";
import { shiftPeriod, type Period } from "#lib/series/period";
import { lengthOf, rangeText, termsOver, textOver, yearOf, type Candidate } from "./candidate.ts";
import type { Term } from "./figure-table.ts";
import type { FigureMonths, NamedMonths } from "./named-periods.ts";
import type { KnownSeries, Namings, NamedSeries } from "./named-series.ts";
import type { Said } from "./said-figure.ts";
import { shareCandidates } from "./share-candidates.ts";

/** What words beside a figure say of its sort, and of what it is. */
export interface FigureWords {
  readonly said: Said;
  readonly namings: Namings;
  readonly months: FigureMonths;
  /** The clause has a word for a change, for a share, or for what goes down or is sold. */
  readonly saysChange: boolean;
  /** "By" stands before the figure, and a word for a change before that: "increased their holdings of bills by". */
  readonly saysBy: boolean;
  readonly saysShare: boolean;
  readonly saysLess: boolean;
  /** Which way the last words of a direction, or of buying and selling, say that stand before the figure in its clause. */
  readonly way: "up" | "down" | null;
  readonly side: Side | null;
}

/** The expressions that the words of a figure may mean, over the series that they name best. */
export function makeCandidates(
  words: FigureWords,
  series: readonly NamedSeries[],
  byKey: ReadonlyMap<string, KnownSeries>,
): Candidate[] {
  const found: Candidate[] = [];
  for (const one of series) {
    for (const months of words.months.months) {
      found.push(...candidatesOf(one, months, words));
    }
  }
  return [...found, ...shareCandidates(words, series, byKey)];
}

function candidatesOf(series: NamedSeries, months: NamedMonths, words: FigureWords): Candidate[] {
  const { said, saysChange, saysBy } = words;
  const { values, sense } = said;
  const weight = series.weight * months.weight;
  if (values === null) return [];
  const { kind } = series.series;
  const isFlow = kind === "flow";
  switch (values.dimension) {
    case "USD": {
      if (sense === "side") {
        if (kind === "stock") return [];
        const fit = isFlow ? 1 : series.named.measure ? 0.8 : 0.1;
        return levels(series, months, words, weight * fit, series.countsSales);
      }
      if (sense === "change" || sense === "comparison") {
        const isChange = series.measure === "change" || series.series.release === "press";
        return [
          ...(isFlow
            ? levels(series, months, words, weight * (isChange ? changeFit(series) : 0.12), false)
            : []),
          ...(kind === "valuation" ? levels(series, months, words, weight * 0.8, false) : []),
          ...changes(series, months, words, weight * (isFlow ? flowFit(series) : 1), "USD"),
        ];
      }
      if (saysBy) {
        const fit = series.measure === "change" ? 1 : 0.1;
        return [
          ...(isFlow ? levels(series, months, words, weight * fit, isDown(words)) : []),
          ...sizes(
            changes(series, months, words, weight * (isFlow ? flowFit(series) : 1), "USD"),
            words,
          ),
        ];
      }
      const level = saysChange ? 0.6 : 1;
      return [
        ...levels(series, months, words, weight * level, isSold(series, words)),
        ...sizes(changes(series, months, words, weight * (saysChange ? 0.5 : 0.05), "USD"), words),
      ];
    }
    case "percent":
    case "growth": {
      const isChange = sense === "change" || sense === "comparison";
      return changes(
        series,
        months,
        words,
        weight * (isChange ? 1 : saysChange ? 0.4 : 0.08),
        "growth",
      );
    }
    case "ratio":
      return [];
  }
}

/** "Increased by" of a series that counts changes is what it says; of net purchases it is not. */
function changeFit({ measure }: NamedSeries): number {
  return measure === "change" ? 1 : 0.12;
}

/** What is bought changes from month to month as well, where the words name it. */
function flowFit({ measure, named }: NamedSeries): number {
  return measure === "change" ? 0.08 : named.measure ? 0.7 : 0.15;
}

/** Whether an amount by which something changed is of a fall; null where no word says which way it went. */
function isDown({ way }: FigureWords): boolean | null {
  return way === null ? null : way === "down";
}

/** Whether an amount is of the side of a flow that is below 0; null where no word says which side it is of, and of what has no sides. */
function isSold(
  { series: { kind }, measure, countsSales }: NamedSeries,
  { side }: FigureWords,
): boolean | null {
  if (side === null || kind !== "flow" || /sales|purchases/u.test(measure)) return null;
  return (side === "sold") !== countsSales;
}

/**
 * The value of some months, as it is or turned. `turns`: as side words want it, purchases above 0; null where the words have
 * no sign, and one below 0 is turned if they speak of sales.
 */
function levels(
  series: NamedSeries,
  { from, to, isSaid }: NamedMonths,
  { months: { isMean }, saysLess }: FigureWords,
  weight: number,
  turns: boolean | null,
): Candidate[] {
  const terms = termsOver(series, from, to);
  if (terms === null) return [];
  const isPart = series.series.kind === "stock" && from !== to && yearOf(from, to) === null;
  const isOwnSum = series.series.release === "press" && terms.length > 1;
  const base = {
    by: null,
    gives: "USD" as const,
    series,
    months: { from, to },
    isDated: isSaid,
  };
  const fit = weight * (isPart ? 0.6 : 1) * (isOwnSum ? 0.6 : 1);
  const text = textOver(series, from, to);
  const plain: Candidate = { ...base, expression: text, terms, weight: fit, form: "level" };
  const turned: Candidate = {
    ...base,
    expression: `-${text}`,
    terms: terms.map((term) => ({ ...term, times: -term.times })),
    weight: fit,
    form: "level",
  };
  const found =
    turns === null
      ? [plain, { ...turned, weight: fit * (saysLess ? 0.9 : 0.1) }]
      : [turns ? turned : plain];
  if (!isMean || terms.length < 2) return found;
  return [
    ...found.map((one) => ({ ...one, weight: one.weight * 0.3 })),
    {
      ...base,
      expression: `mean(${series.series.key}, ${rangeText(from, to)})`,
      terms: terms.map((term) => ({ ...term, times: term.times / terms.length })),
      weight: fit,
      form: "mean",
    },
  ];
}

/** What a value changed by, in dollars or percent, from each time that it may be counted from. */
function changes(
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
function sizes(found: readonly Candidate[], { way, saysLess }: FigureWords): Candidate[] {
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
