import { z } from "zod";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";

// The message of each schema is what was expected; `checkParameters` makes a sentence of it.

/** A day of the calendar. */
export const dayParameter = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, "a day such as 2026-06-18")
  .refine(isVintageDate, "a day of the calendar such as 2026-06-18");

/** A month, quarter or year. */
export const periodParameter = z
  .string()
  .regex(/^[12]\d{3}(?:-(?:Q[1-4]|\d{2}))?$/, "a period such as 2025-12, 2025-Q4 or 2025")
  .refine(isPeriod, "a period such as 2025-12, 2025-Q4 or 2025");

/** A name in lower case, as keys are made of. */
export const slugParameter = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/, "a name of lower-case letters, digits and hyphens");

/** A whole number within bounds, both included. */
export function countParameter(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .pipe(z.int().min(from, expected).max(to, expected));
}
