import type { CheckedArticle } from "#lib/articles/check-article";
import { compileArticle } from "#lib/articles/compile";
import { coverageOf } from "#lib/articles/coverage";
import type { ChartsPlace } from "#lib/charts/load";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticlePage } from "./article-page.ts";
import { articleTerms } from "./article-terms.ts";
import { buildReceipt } from "./build-receipt.ts";
import { contentState } from "./content-state.ts";
import { lastCorrected } from "./corrections.ts";
import { standingOfDesk } from "./desk-standing.ts";
import { linksOf } from "./build-chart-links.ts";
import { writeLinks } from "./chart-links.ts";
import { chartView, type ChartView } from "./chart-view.ts";
import { toldTimesOf } from "./feed-times.ts";
import type { GlossaryTerm } from "./glossary.ts";
import type { Receipt } from "./receipt.ts";
import { sharedContent } from "./shared-content.ts";

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
  const shared = sharedContent(contentState());
  const receipts = await receiptsOf(checked, reader);
  const charts = await chartsOf(checked.article, reader, shared.charts);
  return writeArticlePage(checked, { receipts, charts, glossary: shared.glossary() });
}

/** The same from receipts and charts that were made before, and the words that it may open. */
export async function writeArticlePage(
  checked: CheckedArticle,
  { glossary, ...made }: MadeBefore,
): Promise<ArticlePage> {
  const { article, problems } = checked;
  if (problems.length > 0)
    throw new Error(`${article.file} has ${problems.length} problems; run the check`);
  return describeArticle(checked, {
    ...made,
    code: await compileArticle(article),
    terms: articleTerms(article, glossary),
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

interface MadeBefore extends Pick<PageParts, "receipts" | "charts"> {
  readonly glossary: readonly GlossaryTerm[];
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
    corrected: lastCorrected(frontmatter),
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
  place?: ChartsPlace,
): Promise<ChartView[]> {
  return Promise.all(charts.map(({ id }) => chartView(id, reader, asOf, place)));
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
