import { z } from "zod";
import { areaLimits, sortAreas } from "#lib/charts/choose-areas";
import { canCompare } from "#lib/charts/compare-vintages";
import { loadChart, type ChartsPlace } from "#lib/charts/load";
import type { ChartDefinition } from "#lib/charts/definition";
import type { Selection } from "#lib/charts/selection";
import { transformations } from "#lib/charts/transformation";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { formatDay } from "#lib/series/format";
import type { Frequency } from "#lib/series/frequency";
import { frequencyOf, isPeriod, monthsOf, periodDistance } from "#lib/series/period";
import { formatProblem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { countedVintages } from "./chart-vintages.ts";
import { chartContent, type ChartContent } from "./chart-view.ts";
import { seriesChart } from "./data-chart.ts";

/** What the browser is told: the chart's new content, or why not, in one sentence for the reader. */
export type ChartAnswer =
  | { readonly ok: true; readonly content: ChartContent; readonly areas?: NearestAreas }
  | {
      readonly ok: false;
      readonly message: string;
      /** Whether the same question will have an answer in a moment. */
      readonly isSoon?: boolean;
    };

/** The areas shown where not all that were asked for are held. */
export interface NearestAreas {
  /** Null for the chart's own. */
  readonly shown: readonly string[] | null;
  readonly notice: string;
}

/** A century of months: more than any series holds, and little enough to be cheap. */
const longestRange = 1200;

const shortText = z.string().max(64);
const vintage = shortText.refine(isVintageDate, "is not a day such as 2026-06-18");
/** Slugs with commas between them: what crosses to the server is one text a field. */
const areas = z
  .string()
  .max(400)
  .regex(/^[a-z0-9-]+(?:,[a-z0-9-]+)*$/, "is not a list of areas such as japan,belgium")
  .transform((list) => [...new Set(list.split(","))]);

/** The years anybody asks about; a transformation looks a year back from there. */
const period = shortText
  .refine(isPeriod, "is not a period such as 2025-12")
  .refine((text) => /^(?:19|20)|^2100/.test(text), "is not in the years 1900 to 2100");

const querySchema = z
  .strictObject({
    /** A chart of `content/charts`, or the key of a series, which has a chart of its own. */
    id: z
      .string()
      .max(128)
      .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, "is not the name of a chart"),
    from: period.optional(),
    to: period.optional(),
    transformation: z.enum(transformations).optional(),
    asOf: vintage.optional(),
    /** In place of the chart's own. */
    areas: areas.optional(),
    /** Another vintage, to be shown beside the one asked for. */
    compare: vintage.optional(),
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || monthsOf(from).first <= monthsOf(to).last,
    { path: ["from"], message: "is after the end of the range" },
  )
  .refine(
    ({ from, to }) =>
      from === undefined ||
      to === undefined ||
      periodDistance(monthsOf(from).first, monthsOf(to).last) < longestRange,
    { path: ["from"], message: `is more than ${longestRange} months before the end of the range` },
  );

/** A query that was found good, with its chart; or a refusal. */
export type CheckedQuery =
  | {
      readonly ok: true;
      readonly definition: ChartDefinition;
      readonly selection: Omit<Selection, "asOf"> & {
        readonly asOf?: Selection["asOf"] | undefined;
      };
    }
  | { readonly ok: false; readonly message: string; readonly unknown: boolean };

/**
 * Checks what came from a browser before any figure is read from the store: shape, length of texts, periods, order and
 * length of the range, the vintage's form, and that there is such a chart.
 */
export async function checkQuery(
  input: unknown,
  reader: SeriesReader,
  charts?: ChartsPlace,
): Promise<CheckedQuery> {
  if (hasStrangeKeys(input)) return refusal("it has a field that is not known");
  const parsed = querySchema.safeParse(input);
  if (!parsed.success) return refusal(describe(parsed.error.issues[0]));
  const { id, ...selection } = parsed.data;
  const found = id.includes(".") ? await seriesChart(id, reader) : await editorsChart(id, charts);
  if (found === null) return { ...refusal(`there is no chart "${id}"`), unknown: true };
  const { definition, frequency } = found;
  const wrong = [selection.from, selection.to].find(
    (end) => end !== undefined && frequencyOf(end) !== frequency,
  );
  if (wrong !== undefined) return refusal(`this chart is ${frequency}, and "${wrong}" is not`);
  if (selection.areas !== undefined && areaLimits(definition) === null) {
    return refusal("this chart has no areas to choose");
  }
  if (selection.compare !== undefined && !canCompare(definition.form)) {
    return refusal("this form of chart shows one vintage at a time");
  }
  return { ok: true, definition, selection };
}

/** A chart of `content/charts` and the frequency of its periods; null when there is none of this name. */
async function editorsChart(
  id: string,
  charts: ChartsPlace | undefined,
): Promise<{ definition: ChartDefinition; frequency: Frequency } | null> {
  const loaded = await loadChart(id, charts);
  if (loaded === null) return null;
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
  const { definition } = loaded;
  return { definition, frequency: definition.form === "grouped-bar" ? "annual" : "monthly" };
}

const fields = new Set<unknown>(Object.keys(querySchema.shape));

/** Zod passes over `__proto__`, which JSON and addresses can hold as an ordinary key. */
function hasStrangeKeys(input: unknown): boolean {
  return (
    typeof input === "object" &&
    input !== null &&
    Reflect.ownKeys(input).some((key) => !fields.has(key))
  );
}

function refusal(reason: string) {
  return { ok: false, unknown: false, message: `The request was refused: ${reason}.` } as const;
}

/** What was wrong with a field, without repeating what was sent. */
function describe(issue: z.core.$ZodIssue | undefined): string {
  const field = issue?.path.join(".") ?? "";
  const name = field === "" ? "it" : `"${field}"`;
  if (issue?.code === "unrecognized_keys") return "it has a field that is not known";
  const explained = issue?.code === "custom" || issue?.code === "invalid_format";
  return `${name} ${explained ? issue.message : "is not what was expected"}`;
}

/** How many vintages the page knows of that asks; a page that was made before it said so knows of none. */
const heldSchema = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .default(0);

/**
 * Answers a reader's choice of range, transformation, vintage and areas from the store; refuses what makes no sense. An area
 * that is not held is left out, and the answer says so: it came with a link, and the rest of the view can be shown. Beside the fields of
 * a query `input` may say how many vintages its page was made of (`ChartChoices`, `held`): a store that has not all of them yet, as a
 * replica a moment behind, would show older figures under the page's newer words, and says that instead.
 */
export async function answerChartQuery(
  input: unknown,
  reader: SeriesReader,
  charts?: ChartsPlace,
): Promise<ChartAnswer> {
  const { query, held } = splitCall(input);
  const expected = heldSchema.safeParse(held);
  if (!expected.success) return refusal('"held" is not a number of vintages');
  const checked = await checkQuery(query, reader, charts);
  if (!checked.ok) return { ok: false, message: checked.message };
  const { definition, selection } = checked;
  const { dates: vintages, count } = await countedVintages(definition, reader);
  const newest = vintages.at(-1);
  if (count < expected.data) return notYet(newest);
  const asOf = selection.asOf ?? newest;
  if (asOf === undefined) return { ok: false, message: "No figures are held yet." };
  const near = await nearestAreas(definition, selection.areas, reader);
  const areas = near === null ? selection.areas : (near.shown ?? undefined);
  const made = await chartContent(definition, reader, { ...selection, areas, asOf }, vintages);
  if (made.ok) return near === null ? made : { ...made, areas: near };
  const message = made.problems.map((problem) => problem.message).join("; ");
  return { ok: false, message: `Nothing to draw: ${message}.` };
}

/** What a page says beside its query. */
function splitCall(input: unknown): { readonly query: unknown; readonly held: unknown } {
  if (typeof input !== "object" || input === null || !("held" in input))
    return { query: input, held: undefined };
  const { held, ...query } = input;
  return { query, held };
}

function notYet(newest: VintageDate | undefined): ChartAnswer {
  const asOf = newest === undefined ? "are not there yet" : `are as of ${formatDay(newest)}`;
  const message = `The figures ${asOf} where they were asked for, and this page is newer. Please try again in some seconds.`;
  return { ok: false, message, isSoon: true };
}

/**
 * The areas nearest to those asked for; null when all of them can be shown, or are so many that `chooseAreas` refuses
 * them.
 */
async function nearestAreas(
  definition: ChartDefinition,
  asked: readonly string[] | undefined,
  reader: SeriesReader,
): Promise<NearestAreas | null> {
  const limits = areaLimits(definition);
  if (asked === undefined || limits === null || asked.length > limits.most) return null;
  const { known, unknown } = await sortAreas(definition, asked, reader);
  const isEnough = known.length >= limits.least;
  if (unknown.length === 0 && isEnough) return null;
  const named = unknown.map((slug) => `“${slug}”`).join(", ");
  const missing = unknown.length === 0 ? "" : `There are no figures of ${named} for this chart. `;
  if (isEnough) return { shown: known, notice: `${missing}The rest is shown.` };
  const why =
    limits.least === 1
      ? "The chart’s own areas are shown."
      : `This chart shows at least ${limits.least} areas. Its own are shown.`;
  return { shown: null, notice: missing + why };
}
