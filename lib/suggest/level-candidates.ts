import { rangeText, termsOver, textOver, yearOf, type Candidate } from "./candidate.ts";
import type { FigureWords } from "./figure-words.ts";
import type { NamedMonths } from "./named-periods.ts";
import type { NamedSeries } from "./named-series.ts";

/** Whether an amount is of the side of a flow that is below 0; null where no word says which side it is of, and of what has no sides. */
export function isSold(
  { series: { kind }, measure, countsSales }: NamedSeries,
  { side }: FigureWords,
): boolean | null {
  if (side === null || kind !== "flow" || isGross({ measure })) return null;
  return (side === "sold") !== countsSales;
}

/** What is bought and sold is net where nobody says "gross", as the claims of an article are. */
export const grossUnsaid = 0.02;

export function isGross({ measure }: Pick<NamedSeries, "measure">): boolean {
  return /^(?:purchases|sales|gross-.*)$/u.test(measure);
}

/**
 * The value of some months, as it is or turned. `turns`: as side words want it, purchases above 0; null where the words have
 * no sign, and one below 0 is turned if they speak of sales.
 */
export function levels(
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
