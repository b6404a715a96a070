import type { CheckedArticle } from "#lib/articles/check-article";
import { compileArticle } from "#lib/articles/compile";
import { coverageOf } from "#lib/articles/coverage";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticlePage } from "./article-page.ts";
import { articleTerms } from "./article-terms.ts";
import { buildReceipt } from "./build-receipt.ts";
import { standingOfDesk } from "./desk-standing.ts";
import { linksOf } from "./build-chart-links.ts";
import { writeLinks } from "./chart-links.ts";
import { chartView, type ChartView } from "./chart-view.ts";
import { toldTimesOf } from "./feed-times.ts";
import type { Receipt } from "./receipt.ts";

/** Words a minute of a careful reader; a page of figures is not read faster. */
const readingSpeed = 220;

/**
 * Everything the article page shows, from an article that has passed the gate. Throws when it has not: a page is never
 * made from an article with problems.
 */
export async function buildArticlePage(
  checked: CheckedArticle,
  reader: SeriesReader,
): Promise<ArticlePage> {
  return writeArticlePage(checked, {
    receipts: await receiptsOf(checked, reader),
    charts: await chartsOf(checked.article, reader),
  });
}

/** The same from receipts and charts that were made before. */
export async function writeArticlePage(
  checked: CheckedArticle,
  made: Pick<PageParts, "receipts" | "charts">,
): Promise<ArticlePage> {
  const { article, problems } = checked;
  if (problems.length > 0)
    throw new Error(`${article.file} has ${problems.length} problems; run the check`);
  return describeArticle(checked, {
    ...made,
    code: await compileArticle(article),
    terms: await articleTerms(article),
    // An article with anything unmarked never gets here.
    problems,
  });
}

/** What readers open behind the claims of an article, in its order. */
export function receiptsOf(
  { article, claims }: CheckedArticle,
  reader: SeriesReader,
): Promise<Receipt[]> {
  return Promise.all(claims.map((claim) => buildReceipt(claim, article, reader)));
}

/** What an article's page is made of besides the article. */
export interface PageParts extends Pick<ArticlePage, "code" | "terms"> {
  readonly receipts: readonly Receipt[];
  readonly charts: readonly ChartView[];
  readonly problems: readonly Problem[];
}

/** The same from parts that were made before, whatever problems the article has. */
export function describeArticle(
  checked: CheckedArticle,
  { receipts, charts, code, terms, problems }: PageParts,
): ArticlePage {
  const { article, claims } = checked;
  const { frontmatter } = article;
  return {
    slug: article.slug,
    headline: article.headline,
    dek: article.dek,
    byline: frontmatter.byline,
    topic: frontmatter.topic,
    published: frontmatter.published,
    updated: frontmatter.updated,
    times: toldTimesOf(frontmatter),
    asOf: frontmatter.asOf,
    latest: [
      ...receipts.flatMap(vintagesRead),
      ...charts.flatMap(({ choices }) => choices.vintages.map(({ date }) => date)),
    ].reduce((newest, date) => (date > newest ? date : newest), frontmatter.asOf),
    readingMinutes: Math.max(1, Math.round(article.words / readingSpeed)),
    code,
    contents: article.contents,
    receipts: Object.fromEntries(receipts.map((receipt) => [receipt.id, receipt])),
    charts: Object.fromEntries(charts.map((view) => [view.id, view])),
    links: Object.fromEntries(
      charts.map(({ id, plotted }) => [id, writeLinks(linksOf(plotted, claims))]),
    ),
    sources: frontmatter.sources,
    desk: standingOfDesk(frontmatter.desk, receipts),
    terms,
    counts: { claims: claims.length, ...coverageOf(checked, problems) },
  };
}

/** The charts of an article, as of its vintage, in its order. */
export function chartsOf(
  { charts, frontmatter: { asOf } }: ShowsCharts,
  reader: SeriesReader,
): Promise<ChartView[]> {
  return Promise.all(charts.map(({ id }) => chartView(id, reader, asOf)));
}

/** An article, or what is known of it. */
interface ShowsCharts {
  readonly charts: readonly { readonly id: string }[];
  readonly frontmatter: { readonly asOf: VintageDate };
}

function vintagesRead(receipt: ArticlePage["receipts"][string]): VintageDate[] {
  return [
    ...receipt.later.map(({ vintage }) => vintage),
    ...receipt.snapshots.map(({ vintage }) => vintage),
  ];
}
