import type { CheckedArticle } from "#lib/articles/check-article";
import { evaluateText } from "#lib/expressions/evaluate";
import type { Decimal } from "#lib/series/decimal";
import { formatAmount, formatPeriod, type Dimension } from "#lib/series/format";
import { isPeriod, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Release, Vintage } from "#lib/series/vintage";
import { chartsOf } from "./build-article-page.ts";
import type { ArticleSummary, HeadlineFigure, HomePage, NewestRelease } from "./home-page.ts";

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

/** Everything the home page shows. `articles` passed the gate, newest first. */
export async function buildHomePage(
  articles: readonly CheckedArticle[],
  held: readonly HeldRelease[],
  reader: SeriesReader,
): Promise<HomePage> {
  const releases = await Promise.all(held.flatMap((one) => newestOf(one, reader)));
  releases.sort(
    (left, right) =>
      right.vintage.localeCompare(left.vintage, "en") ||
      right.release.localeCompare(left.release, "en"),
  );
  const [newest] = releases;
  if (!newest) throw new Error("The store holds no vintage: load the figures first");
  const [lead] = articles;
  return {
    edition:
      articles
        .map(({ article }) => article.frontmatter.updated)
        .sort()
        .at(-1) ?? newest.vintage,
    newestVintage: newest.vintage,
    lead: lead
      ? { article: summarise(lead), chart: (await chartsOf(lead, reader))[0] ?? null }
      : null,
    others: articles.slice(1).map(summarise),
    releases,
  };
}

/** An article as a line in a list. */
export function summarise({ article, claims }: CheckedArticle): ArticleSummary {
  const { byline, topic, published, updated, asOf } = article.frontmatter;
  return {
    slug: article.slug,
    headline: article.headline,
    dek: article.dek,
    byline,
    topic,
    published,
    updated,
    asOf,
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
  const latest = await evaluateText(`latest(${key})`, reader, date);
  if (!latest.ok || latest.evaluation.value.type !== "period") return null;
  const { period } = latest.evaluation.value;
  if (period === null || !isPeriod(period)) return null;
  const level = await evaluateText(`at(${key}, ${period})`, reader, date);
  if (!level.ok || level.evaluation.value.type !== "quantity") return null;
  const { amount, dimension } = level.evaluation.value;
  return {
    label,
    value: headlineAmount(amount, dimension),
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
  const moved = await evaluateText(`change(${key}, ${period})`, reader, date);
  if (!moved.ok || moved.evaluation.value.type !== "quantity") return null;
  const { amount, dimension } = moved.evaluation.value;
  if (amount.isZero()) return "unchanged on the month";
  const change = `${amount.isNegative() ? "down" : "up"} ${headlineAmount(amount.abs(), dimension)} on the month`;
  if (valuationKey === undefined) return change;
  const valuation = await evaluateText(`at(${valuationKey}, ${period})`, reader, date);
  if (!valuation.ok || valuation.evaluation.value.type !== "quantity") return change;
  return `${change}; prices account for ${headlineAmount(valuation.evaluation.value.amount, dimension)}`;
}

/** Billions to one decimal, as the Treasury prints them; trillions to two. */
function headlineAmount(amount: Decimal, dimension: Dimension): string {
  const trillions = amount.abs().gte("1e12");
  return formatAmount(
    amount,
    dimension,
    trillions ? { decimals: 2, power: 12 } : { decimals: 1, power: 9 },
  );
}
