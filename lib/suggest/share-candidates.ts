import type { Candidate } from "./candidate.ts";
import { rangeText, termsOver, textOver } from "./candidate.ts";
import type { FigureWords } from "./figure-words.ts";
import type { KnownSeries, NamedSeries } from "./named-series.ts";

/** How many of the best series are looked at as parts, and in pairs. */
const mostParts = 24;
const mostPairs = 8;

/** Parts of a whole, multiples of another time, and quotients of two things, for figures that may be one. */
export function shareCandidates(
  words: FigureWords,
  series: readonly NamedSeries[],
  byKey: ReadonlyMap<string, KnownSeries>,
): Candidate[] {
  const { said } = words;
  const dimension = said.values?.dimension;
  if (dimension === "percent" && said.sense === "amount") {
    return shares(words, series, byKey, words.saysShare ? 1 : words.saysChange ? 0.35 : 0.7);
  }
  if (dimension !== "ratio") return [];
  return [...shares(words, series, byKey, 0.8), ...pairs(words, series), ...times(words, series)];
}

function shares(
  { months: { months } }: FigureWords,
  series: readonly NamedSeries[],
  byKey: ReadonlyMap<string, KnownSeries>,
  fit: number,
): Candidate[] {
  return series.slice(0, mostParts).flatMap((part) =>
    wholesOf(part).flatMap((key): Candidate[] => {
      const whole = byKey.get(key);
      if (whole === undefined || key === part.series.key) return [];
      return months.flatMap(({ from, to, weight, isSaid }): Candidate[] => {
        const [terms, by] = [termsOver(part, from, to), termsOver(whole, from, to)];
        if (terms === null || by === null) return [];
        const range = part.series.kind === "stock" ? to : rangeText(from, to);
        return [
          {
            expression: `share(${part.series.key}, ${key}, ${range})`,
            ...{ terms, by, gives: "percent", form: "share" },
            weight: part.weight * weight * fit * 0.8,
            series: part,
            months: { from, to },
            isDated: isSaid,
          },
        ];
      });
    }),
  );
}

/** The keys of what a series may be a part of: all areas, all classes, both. */
export function wholesOf({ series }: KnownSeries): string[] {
  const steps = series.key.split(".");
  const [release = "", securities = "", measure = "", area = ""] = steps;
  if (steps.length === 3) return [`${release}.${securities}.grand-total`];
  if (steps.length < 4 || release === "press") return [];
  return [
    `${release}.${securities}.${measure}.grand-total`,
    `${release}.total.${measure}.${area}`,
    `${release}.total.${measure}.grand-total`,
  ];
}

/** One thing in parts of another of its kind. */
function pairs({ months: { months } }: FigureWords, series: readonly NamedSeries[]): Candidate[] {
  const best = series.slice(0, mostPairs);
  return best.flatMap((one) =>
    best.flatMap((other): Candidate[] => {
      const isAlike =
        one !== other &&
        one.series.release === other.series.release &&
        one.series.kind === other.series.kind &&
        (one.class === other.class || one.series.area === other.series.area);
      if (!isAlike) return [];
      return months.slice(0, 2).flatMap(({ from, to, weight, isSaid }): Candidate[] => {
        const [terms, by] = [termsOver(one, from, to), termsOver(other, from, to)];
        if (terms === null || by === null) return [];
        return [
          {
            expression: `${textOver(one, from, to)} / ${textOver(other, from, to)}`,
            ...{ terms, by, gives: "number", form: "quotient" },
            weight: one.weight * other.weight * weight * 0.5,
            series: one,
            months: { from, to },
            isDated: isSaid,
          },
        ];
      });
    }),
  );
}

/** A thing in multiples of what it was at another time. */
function times({ months: { months } }: FigureWords, series: readonly NamedSeries[]): Candidate[] {
  return series.slice(0, mostPairs).flatMap((one) =>
    months.flatMap((later) =>
      months.flatMap((earlier): Candidate[] => {
        if (earlier.to >= later.from) return [];
        const [terms, by] = [
          termsOver(one, later.from, later.to),
          termsOver(one, earlier.from, earlier.to),
        ];
        if (terms === null || by === null) return [];
        return [
          {
            expression: `${textOver(one, later.from, later.to)} / ${textOver(one, earlier.from, earlier.to)}`,
            ...{ terms, by, gives: "number", form: "multiple" },
            weight: one.weight * Math.min(later.weight, earlier.weight) * 0.8,
            series: one,
            months: { from: earlier.from, to: later.to },
            isDated: later.isSaid,
          },
        ];
      }),
    ),
  );
}
