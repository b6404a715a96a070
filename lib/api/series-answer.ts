import { z } from "zod";
import { classOf } from "#lib/series/security-class";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";

const link = z.url();

/** A series as the API describes it. */
export const seriesSchema = z
  .object({
    key: z.string().describe("Stable: `<release>.<class>.<measure>.<area>`"),
    title: z.string(),
    release: z.string(),
    class: z
      .string()
      .describe("Class of security, one word for it in every release; keys may have another"),
    measure: z.string(),
    area: z.string().describe("Slug of the area; see /api/areas"),
    kind: z
      .enum(["stock", "flow", "valuation"])
      .describe("A stock is a level at the end of a period and is never summed over time"),
    unit: z.string().describe("What is counted: USD"),
    multiplier: z
      .int()
      .describe("Power of ten by which every value is to be multiplied: 6 for millions"),
    unitLabel: z.string().describe("Both in words: USD million"),
    frequency: z.enum(["monthly", "quarterly", "annual"]),
    window: z
      .int()
      .describe("How many months each value covers: 12 for a running twelve-month sum, else 1"),
    signConvention: z.string().describe("What a positive value means"),
    source: z
      .object({
        file: z.string(),
        field: z.string(),
        row: z.string(),
        code: z.string().nullable(),
      })
      .describe("Where the series stands in its source file"),
    names: z.array(z.string()).describe("What the series may be called in a sentence"),
    fredId: z.string().nullable().describe("FRED may add estimates of its own"),
    breaks: z
      .array(z.object({ period: z.string(), text: z.string() }))
      .describe("From these periods on it is measured in another way"),
    notes: z.array(z.string()),
    links: z.object({ page: link, json: link, csv: link, sdmxCsv: link }),
  })
  .describe("A series: one line of figures, and what is needed to read it rightly");

export type SeriesAnswer = z.infer<typeof seriesSchema>;

export function describeSeries(series: Series, origin: string): SeriesAnswer {
  const { key, title, release, measure, area, kind, unit, multiplier } = series;
  const { frequency, window, signConvention, source, names, fredId, breaks, notes } = series;
  return {
    ...{ key, title, release, class: classOf(series), measure, area, kind },
    ...{ unit, multiplier, unitLabel: unitLabel(unit, multiplier) },
    ...{ frequency, window, signConvention, source, names: [...names], fredId },
    breaks: [...breaks],
    notes: [...notes],
    links: linksOf(key, origin),
  };
}

/** Where else a series is. */
export function linksOf(key: string, origin: string): SeriesAnswer["links"] {
  const file = `${origin}/api/series/${key}`;
  return {
    page: `${origin}/data/${key}`,
    json: `${file}.json`,
    csv: `${file}.csv`,
    sdmxCsv: `${file}.csv?format=sdmx-csv`,
  };
}
