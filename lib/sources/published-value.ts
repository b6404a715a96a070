import type { ObservationStatus } from "#lib/series/observation";

/** A figure as a source file prints it: exact decimal text, or missing. */
export interface PublishedValue {
  readonly value: string | null;
  readonly status: Exclude<ObservationStatus, "withdrawn">;
}

/** `n.a.` is a missing observation, never zero (slt_table1.txt, and Luxembourg before June 2002 in mfhhis01.txt). */
export const notAvailable = "n.a.";

const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

/**
 * Reads one cell. The decimal stays as printed, trailing zeros too; only `-0`, which rounding leaves behind, becomes `0`.
 * Null when the text is neither a number nor `n.a.`; `1,234`, `1e5`, `*` and an empty cell are not numbers.
 */
export function readValue(text: string): PublishedValue | null {
  const trimmed = text.trim();
  if (trimmed === notAvailable) return { value: null, status: "missing" };
  if (!number.test(trimmed)) return null;
  const zero = trimmed.startsWith("-0") && /^-0(?:\.0+)?$/.test(trimmed);
  return { value: zero ? trimmed.slice(1) : trimmed, status: "normal" };
}

/** What to say about a cell that `readValue` refuses. */
export function notANumber(text: string): { message: string; fix: string } {
  const found = text.trim() === "" ? "an empty cell" : `"${text.trim()}"`;
  return {
    message: `Expected a number or ${notAvailable}, found ${found}`,
    fix: "compare the line with the file at the Treasury; figures carry no commas and no marks",
  };
}
