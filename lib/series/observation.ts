import type { Period } from "./period.ts";

/**
 * - `normal`: published with a value.
 * - `missing`: the place exists in the source and says "not available" (`n.a.`). Never zero.
 * - `withdrawn`: an earlier vintage had it, this one no longer does.
 */
export type ObservationStatus = "normal" | "missing" | "withdrawn";

/** One value about one period. `value` is the decimal as published, unscaled; null exactly when the status is not `normal`. */
export interface Observation {
  readonly period: Period;
  readonly value: string | null;
  readonly status: ObservationStatus;
}

/** An observation with its provenance: what a receipt shows. */
export interface Cell extends Observation {
  /** Key of the series it belongs to. */
  readonly key: string;
  /** Date of the vintage that first published this value. */
  readonly knownFrom: VintageDate;
  /** Place in that vintage's source file, both counted from 1; null when the store was not told. */
  readonly line: number | null;
  readonly column: number | null;
}

declare const vintageDateBrand: unique symbol;

/** The date on which a vintage was published, `YYYY-MM-DD`. Also used to read "as of" a day. */
export type VintageDate = string & { readonly [vintageDateBrand]: true };

/** Whether a text is a real day of the calendar, written `YYYY-MM-DD`. */
export function isVintageDate(text: string): text is VintageDate {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
