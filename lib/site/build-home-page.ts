import type { ChartsPlace } from "#lib/charts/load";
import { formatPeriod } from "#lib/series/format";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Release, Vintage } from "#lib/series/vintage";
import type { ArticleOutline } from "./article-outline.ts";
import { chartsOf } from "./build-article-page.ts";
import type { ChartView } from "./chart-view.ts";
import { correctionsOf } from "./corrections.ts";
import { evaluateAmount, evaluatePeriod } from "./evaluate-plain.ts";
import { headlineAmount } from "./headline-amount.ts";
import { newestChanges, type CompareVintages } from "./home-changes.ts";
import { chooseGlances } from "./home-glances.ts";
import { numberOfMonth } from "./home-number.ts";
import type {
  ArticleSummary,
  ChartGlance,
  HeadlineFigure,
  HomePage,
  NewestRelease,
} from "./home-page.ts";

/** A release with its vintages, oldest first. */
export interface HeldRelease {
  readonly release: Release;
  readonly vintages: readonly Vintage[];
}

/** What the front page prints of each release: the series and how a reader would name them. */
interface HeadlineSeries {
  readonly key: string;
  readonly label: string;
  /** For a stock: the part of its change that prices explain, since a rise in holdings is not buying. */
  readonly valuationKey?: string | undefined;
}

const headlineSeries: Readonly<Record<string, readonly HeadlineSeries[]>> = {
  slt1: [
    {
      key: "slt1.total.net.grand-total",
      label: "Net foreign purchases of U.S. long-term securities",
    },
    { key: "slt1.treasuries.net.grand-total", label: "of which U.S. Treasury bonds and notes" },
    { key: "slt1.equities.net.grand-total", label: "of which U.S. stocks" },
    {
      key: "slt1.total.holdings.grand-total",
      label: "Foreign holdings of U.S. long-term securities",
      valuationKey: "slt1.total.valuation.grand-total",
    },
  ],
  slt5: [
    { key: "slt5.holdings.grand-total", label: "Foreign holdings of U.S. Treasury securities" },
    { key: "slt5.holdings.japan", label: "Japan" },
    { key: "slt5.holdings.united-kingdom", label: "United Kingdom" },
    { key: "slt5.holdings.china-mainland", label: "Mainland China" },
  ],
};

/** So many of each are shown; the rest have pages of their own. */
const shown = { others: 6, corrections: 3 };

/** Everything the home page shows. `articles` passed the gate, newest first. */
export async function buildHomePage(
  articles: readonly ArticleOutline[],
  held: readonly HeldRelease[],
  reader: SeriesReader,
  compare: CompareVintages,
  place?: ChartsPlace,
): Promise<HomePage> {
  const releases = await Promise.all(held.flatMap((one) => newestOf(one, reader)));
  releases.sort(
    (left, right) =>
      right.vintage.localeCompare(left.vintage, "en") ||
      right.release.localeCompare(left.release, "en"),
  );
  const [newest] = releases;
  if (!newest) throw new Error("The store holds no vintage: load the figures first");
  const [lead, ...rest] = articles;
  const others = rest.slice(0, shown.others);
  const leadCharts = lead === undefined ? [] : await chartsOf(lead, reader, place);
  const otherCharts = await Promise.all(others.map((one) => chartsOf(one, reader, place)));
  return {
    edition:
      articles
        .map(({ frontmatter }) => frontmatter.updated)
        .sort()
        .at(-1) ?? newest.vintage,
    newestVintage: newest.vintage,
    lead: lead ? { article: summarise(lead), chart: leadCharts[0] ?? null } : null,
    others: others.map(summarise),
    releases,
    changed: await newestChanges(held, reader, compare),
    number: await numberOfMonth(reader, newest.vintage),
    charts: chooseGlances(leadCharts, otherCharts).map(glanceAt),
    corrections: correctionsOf(articles).slice(0, shown.corrections),
  };
}

function glanceAt({ id, headline, measure, plotted, svg }: ChartView): ChartGlance {
  return { id, headline, measure, form: plotted.form, svg: svg.narrow };
}

/** An article as a line in a list. */
export function summarise({
  slug,
  headline,
  dek,
  frontmatter,
  claims,
}: ArticleOutline): ArticleSummary {
  const { byline, topic, published, updated, asOf } = frontmatter;
  return {
    ...{ slug, headline, dek, byline, topic, published, updated, asOf },
    claims: claims.length,
  };
}

function newestOf(
  { release, vintages }: HeldRelease,
  reader: SeriesReader,
): Promise<NewestRelease>[] {
  const vintage = vintages.at(-1);
  return vintage ? [describeRelease(release, vintage, reader)] : [];
}

async function describeRelease(
  release: Release,
  vintage: Vintage,
  reader: SeriesReader,
): Promise<NewestRelease> {
  const lines = headlineSeries[release.slug] ?? [];
  const figures = await Promise.all(lines.map((line) => headlineFigure(line, vintage, reader)));
  return {
    release: release.slug,
    title: release.title,
    publisher: release.publisher,
    vintage: vintage.date,
    covers: await spanOf(
      lines.map(({ key }) => key),
      vintage,
      reader,
    ),
    url: release.url,
    figures: figures.filter((figure) => figure !== null),
  };
}

/** From the first to the last period that any of the series has: "January 2020 to April 2026". */
async function spanOf(
  keys: readonly string[],
  { date }: Vintage,
  reader: SeriesReader,
): Promise<string> {
  const cells = [...(await reader.read(keys, date)).values()].flat();
  const periods = cells
    .filter(({ status }) => status === "normal")
    .map(({ period }) => period)
    .sort();
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last ? `${formatPeriod(first)} to ${formatPeriod(last)}` : "";
}

async function headlineFigure(
  { key, label, valuationKey }: HeadlineSeries,
  { date }: Vintage,
  reader: SeriesReader,
): Promise<HeadlineFigure | null> {
  const period = await evaluatePeriod(`latest(${key})`, reader, date);
  if (period === null || period === "none") return null;
  const level = await evaluateAmount(`at(${key}, ${period})`, reader, date);
  if (level === null) return null;
  return {
    label,
    value: headlineAmount(level.amount, level.dimension),
    change: await changeText({ key, valuationKey }, period, date, reader),
    period,
    key,
  };
}

async function changeText(
  { key, valuationKey }: Pick<HeadlineSeries, "key" | "valuationKey">,
  period: Period,
  date: Vintage["date"],
  reader: SeriesReader,
): Promise<string | null> {
  const moved = await evaluateAmount(`change(${key}, ${period})`, reader, date);
  if (moved === null) return null;
  const { amount, dimension } = moved;
  if (amount.isZero()) return "unchanged on the month";
  const change = `${amount.isNegative() ? "down" : "up"} ${headlineAmount(amount.abs(), dimension)} on the month`;
  if (valuationKey === undefined) return change;
  const valuation = await evaluateAmount(`at(${valuationKey}, ${period})`, reader, date);
  if (valuation === null) return change;
  return `${change}; prices account for ${headlineAmount(valuation.amount, dimension)}`;
}
