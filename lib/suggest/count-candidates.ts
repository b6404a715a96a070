import { numberNames } from "#lib/series/number-names";
import { shiftPeriod, type Period } from "#lib/series/period";
import { lengthOf, rangeText, type Candidate } from "./candidate.ts";
import type { FigureWords } from "./figure-words.ts";
import type { NamedSeries } from "./named-series.ts";

const inRow = /\b(?:straight|consecutive|successive|running|in a row)\b/iu;
const outOf =
  /\bof (?:the |its |their )?(?:last |past |previous |first )?(?<count>\d{1,2}|\p{L}+)\b/iu;

const names: readonly string[] = numberNames;

/** How often, or how many times in a row, something rose or fell, was bought or sold: the likeliest first. */
export function countCandidates(words: FigureWords, series: readonly NamedSeries[]): Candidate[] {
  const { text } = words.said;
  const found = series
    .filter(({ series: { frequency, window } }) => frequency === "monthly" && window === 1)
    .flatMap((one) =>
      words.months.months.flatMap(({ from, to, weight, isSaid }) =>
        conditionsOf(one, words).map(({ condition, fit }): Candidate | null => {
          const { key } = one.series;
          const range = inRow.test(text) ? null : rangeOf(from, to, text);
          const expression = inRow.test(text)
            ? `run(${condition}, ${key}, ${to})`
            : range && `count(${condition}, ${key}, ${rangeText(range.from, range.to)})`;
          if (expression === null) return null;
          return {
            expression,
            ...{ terms: [], by: null, gives: "number", form: `count ${condition}` },
            ...{ weight: one.weight * weight * fit, series: one, isDated: isSaid },
            months: range ?? { from: to, to },
          };
        }),
      ),
    );
  return found.filter((one) => one !== null).sort((left, right) => right.weight - left.weight);
}

/** Months that are named, or so many up to the one that is: "in three of the last four months". */
function rangeOf(from: Period, to: Period, text: string): { from: Period; to: Period } | null {
  if (from !== to) return lengthOf(from, to) > 120 ? null : { from, to };
  const printed = outOf.exec(text)?.groups?.["count"]?.toLowerCase() ?? "";
  const count = names.includes(printed) ? names.indexOf(printed) + 1 : Number(printed);
  return Number.isInteger(count) && count > 1 ? { from: shiftPeriod(to, 1 - count), to } : null;
}

/** What is held rises and falls; what is bought and sold is above or below zero as well. */
function conditionsOf(
  { series, countsSales }: NamedSeries,
  { saysLess, saysChange }: FigureWords,
): { condition: string; fit: number }[] {
  const turn = { condition: saysLess ? "falling" : "rising", fit: 1 };
  if (series.kind !== "flow") return [turn];
  const sign = { condition: saysLess === countsSales ? "positive" : "negative", fit: 1 };
  return [sign, { ...turn, fit: saysChange ? 0.5 : 0.05 }];
}
