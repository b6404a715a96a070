import { z } from "zod";
import { violationSchema, describeViolation } from "./violation-answer.ts";
import { citationOf } from "./citation.ts";
import type { Figures } from "./figures.ts";
import { describeSeries, seriesSchema } from "./series-answer.ts";
import {
  describeRelease,
  describeVintage,
  releaseSchema,
  vintageSchema,
} from "./vintage-answer.ts";
import type { RecordedViolation } from "#lib/store/violation-rows";

const observationSchema = z
  .object({
    period: z.string().describe("2025-12, 2025-Q4 or 2025"),
    value: z
      .string()
      .nullable()
      .describe(
        "The decimal as published, in the unit of the series; null unless the status is normal",
      ),
    status: z
      .enum(["normal", "missing", "withdrawn"])
      .describe(
        "missing: the file says n.a., which is not zero. withdrawn: a vintage had it and this one no longer does",
      ),
    knownFrom: z.string().describe("The vintage that first printed it; see sources"),
    line: z.int().nullable().describe("Line in that vintage's file"),
    column: z.int().nullable(),
  })
  .describe("One value about one period");

/** The figures of one series. */
export const figuresSchema = z
  .object({
    series: seriesSchema,
    release: releaseSchema,
    asOf: z.string().describe("The day as of which the figures are read"),
    vintage: z.string().describe("The newest vintage on that day"),
    vintages: z
      .enum(["newest", "all"])
      .describe("newest: the last word on each period. all: every word of every vintage"),
    from: z.string().nullable(),
    to: z.string().nullable(),
    citation: z
      .string()
      .describe(
        "Of the series as of that vintage; a value has that of its own vintage, in sources",
      ),
    licence: z.string(),
    sources: z
      .array(vintageSchema.extend({ citation: z.string() }))
      .describe("The vintages that the values are known from, oldest first, and the newest one"),
    violations: z
      .array(violationSchema)
      .describe("Published figures of this series that do not add up, as printed"),
    observations: z
      .array(observationSchema)
      .describe("By period, then by the vintage they are known from"),
  })
  .describe("The figures of one series as known on a day");

export type FiguresAnswer = z.infer<typeof figuresSchema>;

/** Figures for `application/json`. Values stay decimals in text: a JSON number would be read as a float. */
export function figuresJson(
  figures: Figures,
  violations: readonly RecordedViolation[],
  origin: string,
): FiguresAnswer {
  const { series, release, asOf, vintage, everyVintage, range, cells, sources } = figures;
  return {
    series: describeSeries(series, origin),
    release: describeRelease(release),
    asOf,
    vintage: vintage.date,
    vintages: everyVintage ? "all" : "newest",
    from: range.from ?? null,
    to: range.to ?? null,
    citation: citationOf(figures, vintage, origin),
    licence: release.licence,
    sources: sources.map((source) => ({
      ...describeVintage(source),
      citation: citationOf(figures, source, origin),
    })),
    violations: violations.map(describeViolation),
    observations: cells.map(({ period, value, status, knownFrom, line, column }) => ({
      ...{ period, value, status, knownFrom, line, column },
    })),
  };
}
