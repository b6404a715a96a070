import { formatPeriod, formatPublished } from "#lib/series/format";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";
import type { LatestCells } from "#lib/store/latest";
import type { SeriesSpan } from "#lib/store/series-spans";
import { areComparable, differenceOf, formatDifference } from "./data-figures.ts";
import { offeredLevel } from "./offered-claims.ts";

/** One series in the index. Texts are ready to print. */
export interface DataRow {
  readonly key: string;
  readonly title: string;
  /** "USD million" */
  readonly unit: string;
  /** Null for a series without a single value. */
  readonly latest: {
    readonly period: string;
    readonly value: string;
    /** Against the period before; null where there is none, or where it was measured in another way. */
    readonly change: string | null;
    /** As a claim to put into an article; null for a figure of nothing. */
    readonly claim: string | null;
  } | null;
  /** "January 2020 to April 2026" */
  readonly span: string | null;
}

/** A series with its newest figure and its span; neither is there when it has no value. */
export function toDataRow(
  series: Series,
  cells: LatestCells | undefined,
  span: SeriesSpan | undefined,
): DataRow {
  const { key, title, unit, multiplier } = series;
  const row = { key, title, unit: unitLabel(unit, multiplier) };
  if (cells === undefined) return { ...row, latest: null, span: null };
  const { latest, before } = cells;
  const comparable = before !== null && areComparable(series, before.period, latest.period);
  return {
    ...row,
    latest: {
      period: formatPeriod(latest.period),
      value: formatPublished(latest.value),
      claim: offeredLevel(series, latest)?.mdx ?? null,
      change: comparable ? formatDifference(differenceOf(before.value, latest.value)) : null,
    },
    span: span === undefined ? null : spanInWords(span),
  };
}

function spanInWords({ first, last }: SeriesSpan): string {
  return first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`;
}
