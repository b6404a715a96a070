import { z } from "zod";
import { isPeriod } from "#lib/series/period";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const text = z.string().min(1);
const decimal = z.string().regex(/^\d+(\.\d+)?$/, "expected a decimal in quotes");
const code = z.string().regex(/^\d{5}$/, "expected a TIC code of five digits in quotes");
const period = z.string().refine(isPeriod, "expected a period such as 2023-02");

/** One class is the sum of others, each rounded on its own, in each measure that it has. It is missing where one of them is. */
export const classSum = z.strictObject({
  whole: slug,
  parts: z.array(slug).min(2),
  tolerance: decimal,
  /** Rows that print the whole without some of its parts, as they have always done. */
  partsMissing: z
    .array(z.strictObject({ rows: z.array(code).min(1), parts: z.array(slug).min(1) }))
    .default([]),
});

/** Rows that are the sum of others, column by column, in all months or some. */
export const areaSums = z.array(
  z.strictObject({
    whole: code,
    parts: z.array(code).min(2),
    from: period.optional(),
    to: period.optional(),
    tolerance: decimal.default("0"),
    /** A column whose parts are n.a. before a month, though the whole is published. */
    partsFrom: z.strictObject({ column: text, period }).optional(),
  }),
);

export type ClassSum = z.infer<typeof classSum>;
export type AreaSum = z.infer<typeof areaSums>[number];
