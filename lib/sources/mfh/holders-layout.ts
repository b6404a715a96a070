import { z } from "zod";
import { isPeriod } from "#lib/series/period";
import { acknowledged } from "../acknowledged.ts";
import { remarks } from "../remarks.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const text = z.string().min(1);
const decimal = z.string().regex(/^\d+(\.\d+)?$/, "expected a decimal in quotes");
const period = z.string().refine(isPeriod, "expected a period such as 2000-03");

const measure = {
  slug,
  /** Row that it stands in alone, as a part of Foreign Official; null for what every row holds. */
  row: text.nullable(),
  field: text,
  kind: z.enum(["stock", "flow", "valuation"]),
  title: text,
  signConvention: text,
  names: z.array(text).min(1),
};

const holders = {
  file: text,
  unit: z.literal("USD"),
  multiplier: z.literal(9),
  securities: slug,
  /** Named areas and All Other against Grand Total; bills and bonds against Foreign Official. */
  totalTolerance: decimal,
  officialTolerance: decimal,
  acknowledged,
  ...remarks,
};

/** `content/catalogue/mfh.yml` */
export const mfhLayout = z.strictObject({
  ...holders,
  begins: period,
  /** `comparison`: the older series of a month that is printed twice. */
  measures: z.array(z.strictObject({ ...measure, comparison: slug })).min(1),
});

/** `content/catalogue/slt5.yml` */
export const slt5Layout = z.strictObject({
  ...holders,
  measures: z.array(z.strictObject(measure)).min(1),
});

export type MfhLayout = z.infer<typeof mfhLayout>;
export type Slt5Layout = z.infer<typeof slt5Layout>;

/** What the two have in common: rows of holders, columns of months. */
export type HoldersLayout = Omit<Slt5Layout, "measures"> & {
  readonly measures: readonly HoldersMeasure[];
};
export type HoldersMeasure = Slt5Layout["measures"][number] & {
  readonly comparison?: string;
};
