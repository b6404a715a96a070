import { z } from "zod";
import { acknowledged } from "../acknowledged.ts";
import { remarks } from "../remarks.ts";
import { areaSums, classSum } from "../sum-rules.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const text = z.string().min(1);
const decimal = z.string().regex(/^\d+(\.\d+)?$/, "expected a decimal in quotes");

/** What differs between slt_table1.txt, slt_table2.txt and slt_table3.txt: `content/catalogue/slt1.yml` and its siblings. */
export const sltLayout = z.strictObject({
  file: text,
  /** Line 3: what a positive flow means. */
  sign: text,
  /** Lines that must stand below the figures, in this order, by how they start. */
  endNotes: z.array(text).min(1),
  unit: z.literal("USD"),
  multiplier: z.union([z.literal(6), z.literal(9)]),
  measures: z
    .array(
      z.strictObject({
        slug,
        /** Ends the machine name of a column. */
        suffix: text,
        heading: text,
        kind: z.enum(["stock", "flow", "valuation"]),
        title: text,
        signConvention: text,
        names: z.array(text).min(1),
      }),
    )
    .min(1),
  classes: z
    .array(
      z.strictObject({
        slug,
        /** Starts the machine name of a column. */
        stem: text,
        heading: text,
        title: text,
        names: z.array(text).min(1),
        /** The measures that the table prints for it; all, when not said. */
        measures: z.array(slug).min(1).optional(),
      }),
    )
    .min(2),
  classSum,
  areaSums,
  /** A flow that is the change of a stock from the month before. */
  derivedFlow: z
    .strictObject({
      class: slug,
      flow: slug,
      stock: slug,
      tolerance: decimal,
      signConvention: text,
    })
    .optional(),
  acknowledged,
  ...remarks,
  /**
   * Whose country an area is. What areas.yml says of custody is about foreign owners, and so of no area of a table by issuer,
   * whose owners are U.S. residents.
   */
  areasAre: z.enum(["holders", "issuers"]),
});

export type SltLayout = z.infer<typeof sltLayout>;
