import { z } from "zod";
import { isVintageDate } from "#lib/series/observation";
import type { Place } from "#lib/series/problem";
import { comparePeriods, frequencyOf, isPeriod, type Period } from "#lib/series/period";
import { transformations } from "./transformation.ts";

/** YAML reads `2025` as a number and `2025-12` as a text; both are periods. */
const period = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text): text is Period => isPeriod(text), "expected a period such as 2025-12 or 2025");
const text = z.string().trim().min(1);
const note = text.max(1000, "expected at most 1000 characters");
const key = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, "expected a series key");
const wordsWithoutFigures = text.refine(
  (words) => !/\d/.test(words),
  "an annotation holds no figures: they could not be checked",
);

const seriesLine = z.strictObject({ key, label: text, emphasis: z.boolean().default(false) });

const shared = {
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  headline: text
    .max(3000, "expected at most 3000 characters")
    .refine((line) => !line.includes("\n"), "expected one line"),
  measure: text,
  unit: z.enum(["million", "billion", "trillion"]),
  /** The vintage its headline is held against, where no article shows the chart; an article has its own. */
  asOf: z
    .string()
    .refine(isVintageDate, "expected the date of a vintage written YYYY-MM-DD, such as 2026-06-18")
    .optional(),
  /** A note that is true whatever a reader chooses to see. */
  note: note.nullable().default(null),
  source: z.strictObject({ publisher: text, title: text, licence: text }),
};

/** More tiles than this leave no room for a name in each. */
const mostTiles = 48;

const range = { from: period.optional(), to: period.optional() };
const breaks = z
  .array(z.strictObject({ period, text: wordsWithoutFigures.nullable().default(null) }))
  .default([]);

/** Series side by side, month by month. */
const inTime = {
  ...shared,
  ...range,
  series: z.array(seriesLine).min(1).max(6),
  transformations: z.array(z.enum(transformations)).min(1).default(["level"]),
  /** In place of `note`, one for each transformation: what is true of levels need not be true of changes. */
  notes: z.partialRecord(z.enum(transformations), note).optional(),
  breaks,
};

/** The same on one axis from zero, where a stretch or a point may be pointed at. */
const overTime = {
  ...inTime,
  highlight: z.strictObject({ from: period, to: period }).optional(),
  annotations: z
    .array(z.strictObject({ period, series: text, text: wordsWithoutFigures }))
    .default([]),
};

/** Parts that are drawn on top of one another: which lies below is the order they are written in. */
const stacked = { ...inTime, series: z.array(seriesLine).min(2).max(6) };

/** Areas compared at one period. */
const byArea = {
  ...shared,
  peersOf: key,
  period,
  /** Other periods a reader may choose. */
  otherPeriods: z.array(period).default([]),
  emphasis: z.array(key).default([]),
};

const forms = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("line"), ...overTime }),
  z.strictObject({ form: z.literal("bar"), ...overTime }),
  z.strictObject({
    form: z.literal("area"),
    ...overTime,
    series: z.array(seriesLine).length(1, "expected one series: areas would hide one another"),
  }),
  z.strictObject({ form: z.literal("stacked-area"), ...stacked }),
  z.strictObject({ form: z.literal("stacked-bar"), ...stacked }),
  z.strictObject({
    form: z.literal("small-multiples"),
    ...inTime,
    series: z.array(seriesLine).min(2).max(12),
    /** What each panel holds. */
    panel: z.enum(["line", "bar"]).default("line"),
  }),
  z.strictObject({
    form: z.literal("slope"),
    ...shared,
    series: z.array(seriesLine).min(1).max(8),
    periods: z.array(period).min(2).max(3),
  }),
  z.strictObject({
    form: z.literal("fan"),
    ...shared,
    ...range,
    series: z
      .array(seriesLine.omit({ emphasis: true }))
      .length(1, "expected one series: a fan is of one"),
    breaks,
  }),
  z.strictObject({
    form: z.literal("grouped-bar"),
    ...shared,
    series: z.array(seriesLine.omit({ emphasis: true })).min(1),
    years: z.array(period).min(1).max(4),
    emphasis: period,
  }),
  z.strictObject({ form: z.literal("ranked-bar"), ...byArea, top: z.int().min(2).max(20) }),
  z.strictObject({
    form: z.literal("tile-map"),
    ...byArea,
    top: z.int().min(2).max(mostTiles).default(mostTiles),
  }),
]);

/** The shape of a file in content/charts, and what its fields say of each other. */
export const definitionSchema = forms.superRefine((chart, context) => {
  const problem = (message: string, ...path: (string | number)[]): void =>
    context.addIssue({ code: "custom", message, path });
  if (chart.form === "grouped-bar" && !chart.years.includes(chart.emphasis)) {
    problem(`${chart.emphasis} is not one of the years`, "emphasis");
  }
  if (chart.form === "slope") {
    const later = chart.periods.findIndex(
      (at, index) => index > 0 && !isLater(at, chart.periods[index - 1]),
    );
    if (later > 0) {
      problem(
        "expected periods of one frequency, each later than the one before",
        "periods",
        later,
      );
    }
  }
  if ("notes" in chart && chart.notes !== undefined) {
    const { note, notes, transformations: offered } = chart;
    if (note !== null) problem("expected `note` or `notes`, found both", "notes");
    for (const name of transformations) {
      if (offered.includes(name) && notes[name] === undefined) {
        problem(`expected a note for each transformation, found none for ${name}`, "notes");
      }
      if (!offered.includes(name) && notes[name] !== undefined) {
        problem(`${name} is not one of the chart's transformations`, "notes", name);
      }
    }
  }
  if (!("series" in chart)) return;
  const labels = chart.series.map(({ label }) => label);
  labels.forEach((label, index) => {
    if (labels.indexOf(label) === index) return;
    problem(`"${label}" is the label of another series already`, "series", index, "label");
  });
  if (!("annotations" in chart)) return;
  chart.annotations.forEach(({ series }, index) => {
    if (labels.includes(series)) return;
    problem(
      `expected one of ${labels.join(", ")}, found "${series}"`,
      "annotations",
      index,
      "series",
    );
  });
});

/** Whether a period comes after another of its frequency. */
function isLater(period: Period, before: Period | undefined): boolean {
  return (
    before !== undefined &&
    frequencyOf(period) === frequencyOf(before) &&
    comparePeriods(period, before) > 0
  );
}

/** What an editor writes about a chart, checked, with the place it was written at. */
export type ChartDefinition = z.infer<typeof definitionSchema> & {
  /** The top of its file. */
  readonly at: Place;
  /** Where the headline's text starts. */
  readonly headlineAt: Place;
};
export type TimeDefinition = Extract<
  ChartDefinition,
  { form: "line" | "bar" | "area" | "stacked-area" | "stacked-bar" | "small-multiples" }
>;
export type SlopeDefinition = Extract<ChartDefinition, { form: "slope" }>;
export type FanDefinition = Extract<ChartDefinition, { form: "fan" }>;
export type YearsDefinition = Extract<ChartDefinition, { form: "grouped-bar" }>;
export type RankingDefinition = Extract<ChartDefinition, { form: "ranked-bar" | "tile-map" }>;

/** The keys a definition names, without the peers that a ranking looks up. */
export function keysOf(definition: ChartDefinition): string[] {
  return "peersOf" in definition
    ? [definition.peersOf]
    : definition.series.map(({ key: name }) => name);
}
