import { formatDay } from "#lib/series/format";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Series } from "#lib/series/series";
import type { Vintage } from "#lib/series/vintage";
import { findArea } from "#lib/store/area-rows";
import { readHistory } from "#lib/store/history";
import { findSeries } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import { listViolations } from "#lib/store/violation-rows";
import { viewDefinition, type ChartView } from "./chart-view.ts";
import type { HeldRelease } from "./build-home-page.ts";
import { breakLetters, breaksWithin, seriesChart } from "./data-chart.ts";
import { drawRevisionFan } from "./data-fan.ts";
import { cellsAsOf, countRevisions, historiesAsOf, revisionSteps } from "./data-history.ts";
import { findKin } from "./data-kin.ts";
import type { DataPage } from "./data-page.ts";
import type { SeriesUse } from "./data-uses.ts";
import { headlineOf, valuesOf } from "./data-values.ts";
import { heldReader } from "./held-reader.ts";
import { offeredClaims } from "./offered-claims.ts";
import { violatedIn, type IsViolated } from "./data-violated.ts";

/** What a reader may ask of the page of a series. */
export interface DataPageQuery {
  /** A day to read as of, as typed; null for the newest vintage. */
  readonly asOf: string | null;
  /** Whether to show all values, not only the recent ones. */
  readonly allValues: boolean;
  /** Whether to show all revisions. */
  readonly allRevisions: boolean;
}

/** The site that the page is part of. */
export interface PageGround {
  readonly releases: readonly HeldRelease[];
  /** The claims of articles that rest on a series. */
  readonly usesOf: (key: string) => readonly SeriesUse[];
}

const recentValues = 13;
const recentHistories = 12;
const largestSteps = 10;

/**
 * The page of a series; null when there is none of this key. It is as of the vintages of the site, whose other pages and articles it
 * tells of: the store may have another by the time it is read.
 */
export async function buildDataPage(
  store: Store,
  key: string,
  query: DataPageQuery,
  { releases, usesOf }: PageGround,
): Promise<DataPage | null> {
  const series = await findSeries(store, key);
  if (series === null) return null;
  const [history, area, recorded, kin] = await Promise.all([
    readHistory(store, key),
    findArea(store, series.area),
    listViolations(store, { key }),
    findKin(store, series),
  ]);
  const held = releases.find(({ release }) => release.slug === series.release);
  const newest = held?.vintages.at(-1);
  // It came with the first vintage of its release, which the site is yet to be opened over.
  if (!held || !newest) return null;
  const { vintage, notice } = vintageAsked(query.asOf, held.vintages, newest);
  const violations = recorded.filter(({ date }) => date <= vintage.date);
  const isViolated = violatedIn(series, violations);
  const cells = cellsAsOf(history, vintage.date);
  const values = valuesOf(series, cells, isViolated);
  const chart = await chartOf(key, heldReader(store, releases), vintage.date);
  const valued = cells.filter(({ value }) => value !== null);
  const [first] = valued;
  const last = valued.at(-1);
  const shown = { ...series, breaks: breaksWithin(series, first?.period, last?.period) };
  return {
    series,
    release: held.release,
    area,
    vintages: held.vintages,
    vintage,
    notice,
    headline: headlineOf(series, values),
    chart,
    values: query.allValues ? values : values.slice(0, recentValues),
    valueCount: values.length,
    valuedCount: valued.length,
    doubted: values.flatMap(({ period, violated }) => (violated ? [period] : [])).reverse(),
    breaks: shown.breaks.map(({ period, text }) => ({
      period,
      text,
      letter: breakLetters(shown).get(period) ?? null,
    })),
    revisions: revisionsOf(shown, history, isViolated, vintage.date, query, chart),
    violations,
    uses: usesOf(key),
    kin,
    expression: last === undefined ? null : `at(${key}, ${last.period})`,
    claims: offeredClaims(series, values),
    span: first && last ? { first: first.period, last: last.period } : null,
  };
}

/** The newest vintage not after the day asked for; with a sentence when the day is none, or before the first. */
function vintageAsked(
  asOf: string | null,
  vintages: readonly Vintage[],
  newest: Vintage,
): { readonly vintage: Vintage; readonly notice: string | null } {
  const shown = `The newest vintage is shown, of ${formatDay(newest.date)}.`;
  if (asOf === null) return { vintage: newest, notice: null };
  if (!isVintageDate(asOf)) {
    const typed = asOf.length > 40 ? `${asOf.slice(0, 40)}…` : asOf;
    return { vintage: newest, notice: `“${typed}” is not a day such as ${newest.date}. ${shown}` };
  }
  const vintage = vintages.findLast(({ date }) => date <= asOf);
  if (vintage !== undefined) return { vintage, notice: null };
  const oldest = vintages[0] ?? newest;
  return {
    vintage: newest,
    notice: `Nothing held here had been published by ${formatDay(asOf)}: the oldest vintage held is of ${formatDay(oldest.date)}. ${shown}`,
  };
}

async function chartOf(
  key: string,
  held: SeriesReader,
  asOf: VintageDate,
): Promise<ChartView | null> {
  const reader = rememberingReader(held);
  const chart = await seriesChart(key, reader);
  if (chart === null) return null;
  const viewed = await viewDefinition(chart.definition, reader, asOf);
  // Nothing to draw is no fault: some series were never given a value.
  return viewed.ok ? viewed.view : null;
}

function revisionsOf(
  series: Series,
  history: readonly Cell[],
  isViolated: IsViolated,
  asOf: VintageDate,
  { allRevisions }: DataPageQuery,
  chart: ChartView | null,
): DataPage["revisions"] {
  const all = historiesAsOf(history, asOf, isViolated);
  const revised = all.filter(({ prints }) => prints.length > 1).reverse();
  const steps = revisionSteps(all);
  const unit = chart?.plotted.unit.startsWith("million") === true ? "million" : "billion";
  const spoken = history.map(({ knownFrom }) => knownFrom).filter((date) => date <= asOf);
  return {
    count: countRevisions(all),
    vintages: new Set(spoken).size,
    fan: drawRevisionFan(series, history, { asOf, unit, isViolated, whole: allRevisions }),
    steps: steps.slice(0, largestSteps),
    histories: allRevisions ? revised : revised.slice(0, recentHistories),
    historyCount: revised.length,
  };
}
