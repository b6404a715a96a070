import { z } from "zod";
import { acknowledged } from "../acknowledged.ts";
import { frequencyOf, isPeriod, type Period } from "#lib/series/period";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const text = z.string().min(1);
const line = z.int().min(1).max(32);
const name = z.string().regex(/^[a-z]{2}\d{1,5}$/, "expected a press release such as hp167");
const month = z.custom<Period>(
  (value) => typeof value === "string" && isPeriod(value) && frequencyOf(value) === "monthly",
  "expected a month such as 2023-02",
);

/** The table of the press releases, line by line: `content/catalogue/press.yml`. */
export const pressLayout = z.strictObject({
  file: text,
  /** Address of a release, with `{name}` for its name. */
  url: z.string().includes("{name}"),
  unit: z.literal("USD"),
  multiplier: z.literal(9),
  /** Reference months of the first release of the file and of the last one known: a file that ends earlier is cut. */
  first: month,
  through: month,
  /** Months between them without a release of their own in the file. */
  missing: z.array(month),
  lines: z
    .array(
      z.strictObject({
        number: line,
        securities: slug,
        measure: slug,
        area: slug,
        title: text,
        signConvention: text,
        names: z.array(text).min(1),
      }),
    )
    .length(32),
  /** The line `whole` is the sum of the others, those in `less` subtracted. */
  identities: z
    .array(z.strictObject({ whole: line, parts: z.array(line).min(1), less: z.array(line) }))
    .min(1),
  /** In the unit of the file: each figure is rounded on its own. */
  tolerance: z.string().regex(/^\d+(\.\d+)?$/, "expected a decimal in quotes"),
  breaks: z.array(z.strictObject({ period: month, lines: z.array(line).min(1), text })),
  /** Of these lines and columns, or of all. */
  notes: z.array(
    z.strictObject({
      lines: z.array(line).min(1).optional(),
      section: z.enum(["month", "12m", "year"]).optional(),
      text,
    }),
  ),
  /** What a reader should know about single releases. */
  releases: z.array(z.strictObject({ name, note: text })),
  acknowledged,
});

export type PressLayout = z.infer<typeof pressLayout>;
