import { z } from "zod";
import { isPeriod } from "#lib/series/period";
import { acknowledged } from "../acknowledged.ts";
import { remarks } from "../remarks.ts";
import { areaSums, classSum } from "../sum-rules.ts";
import { monthRuns } from "./month-runs.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const text = z.string().min(1);
const period = z.string().refine(isPeriod, "expected a period such as 2001-01");

/** What differs between s1_globl.txt and slt3d_globl.csv: `content/catalogue/s1.yml` and `slt3d.yml`. */
export const globlLayout = z.strictObject({
  file: text,
  unit: z.literal("USD"),
  multiplier: z.union([z.literal(6), z.literal(9)]),
  measures: z
    .array(
      z.strictObject({
        slug,
        kind: z.enum(["stock", "flow", "valuation"]),
        title: text,
        signConvention: text,
        names: z.array(text).min(1),
      }),
    )
    .min(1),
  classes: z.array(z.strictObject({ slug, title: text, names: z.array(text).min(1) })).min(1),
  /** The columns of figures, in order; `field` is what stands above them. */
  columns: z.array(z.strictObject({ class: slug, measure: slug, field: text })).min(1),
  /** Whether figures may be `n.a.`. */
  missing: z.boolean(),
  /** The last month that there is: the file was frozen with it. */
  newest: period,
  /** The months that an area has lines for; `exceptions` are by slug of the area. */
  months: monthRuns,
  exceptions: z.record(slug, monthRuns).default({}),
  classSum: classSum.optional(),
  areaSums,
  acknowledged,
  ...remarks,
});

export type GloblLayout = z.infer<typeof globlLayout>;
