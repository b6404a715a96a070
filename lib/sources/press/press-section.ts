import type { Frequency } from "#lib/series/frequency";
import { isPeriod, shiftPeriod, type Period } from "#lib/series/period";

/** A kind of column of the table, by its name in the file: it is also the `section` of the series. */
export type PressSection = "12m" | "month" | "year";

/** Of each kind: what its values cover, what their keys and titles say. */
export const pressSections = {
  month: { frequency: "monthly", window: 1, key: "press", title: "" },
  "12m": { frequency: "monthly", window: 12, key: "press.12m", title: ", twelve months" },
  year: { frequency: "annual", window: 1, key: "press.year", title: ", calendar year" },
} as const satisfies Record<
  PressSection,
  { frequency: Frequency; window: 1 | 12; key: string; title: string }
>;

/** Key of the series of a line in a section: `press.line-3`, `press.12m.line-3`, `press.year.line-3`. */
export function pressKey(section: PressSection, line: number): string {
  return `${pressSections[section].key}.line-${line}`;
}

/** One column of the table. */
export interface PressColumn {
  readonly section: PressSection;
  readonly period: Period;
}

/**
 * The columns of a release in the order of the file: twelve months through the reference month and through the same month
 * a year before, the last four months, two calendar years. The years end with the one before that of the reference month;
 * the release about December 2024 ended with its own year.
 */
export function pressColumns(reference: Period, lastYear: Period): PressColumn[] {
  const months = [-3, -2, -1, 0].map((step) => shiftPeriod(reference, step));
  return [
    { section: "12m", period: shiftPeriod(reference, -12) },
    { section: "12m", period: reference },
    ...months.map((period) => ({ section: "month", period }) as const),
    { section: "year", period: shiftPeriod(lastYear, -1) },
    { section: "year", period: lastYear },
  ];
}

/** The calendar year that a period begins in. */
export function yearOf(period: Period): Period {
  const year = period.slice(0, 4);
  if (!isPeriod(year)) throw new Error(`No year in ${period}`);
  return year;
}
