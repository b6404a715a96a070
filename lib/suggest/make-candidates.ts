import type { Candidate } from "./candidate.ts";
import { changes, sizes } from "./change-candidates.ts";
import type { FigureWords } from "./figure-words.ts";
import { grossUnsaid, isGross, isSold, levels } from "./level-candidates.ts";
import type { NamedMonths } from "./named-periods.ts";
import type { KnownSeries, NamedSeries } from "./named-series.ts";
import { shareCandidates } from "./share-candidates.ts";

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
  const isUnsaid = isGross(series) && !words.saysGross;
  const weight = series.weight * months.weight * (isUnsaid ? grossUnsaid : 1);
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
