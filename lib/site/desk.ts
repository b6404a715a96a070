import { checkArticle } from "#lib/articles/check-article";
import type { Article, ChartHeadline } from "#lib/articles/article";
import { articleHash } from "#lib/desk/article-hash";
import { readDeskArticle, type DeskArticle } from "#lib/desk/desk-article";
import type { DeskRange } from "#lib/desk/desk-range";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { contentFolder, loadArticles } from "./content.ts";

const isArticle = /\bindex\.mdx$/u;

/** Every article between two vintages. */
export interface Desk {
  readonly range: DeskRange;
  readonly articles: readonly DeskArticle[];
  /** Why articles are missing that could not be read at all; `tickmark check` says what else is wrong. */
  readonly problems: readonly Problem[];
}

/** The desk over the articles of a folder; `slug` is the one that is asked for, when it is one. */
export async function readDesk(
  reader: SeriesReader,
  held: readonly Vintage[],
  range: DeskRange,
  { folder = contentFolder, slug = null }: { folder?: string; slug?: string | null } = {},
): Promise<Desk> {
  const { articles, headlines, problems } = await loadArticles(folder);
  const once = wholeSeriesReader(rememberingReader(reader));
  const read: DeskArticle[] = [];
  for (const article of articles.filter((one) => slug === null || one.slug === slug)) {
    const { claims } = await checkArticle(article, once, null);
    const seen = seenOf(article, headlines);
    read.push(await readDeskArticle({ article, claims, seen }, range, once, held));
  }
  const files = new Set(articles.map(({ file }) => file));
  const missing = problems.filter(({ at }) => isArticle.test(at.file) && !files.has(at.file));
  return { range, articles: read, problems: slug === null ? missing : [] };
}

/** What names an article as it stands, its charts' headlines included: their sentences are its own. */
export function seenOf(
  { source, charts }: Pick<Article, "source" | "charts">,
  headlines: ReadonlyMap<string, ChartHeadline>,
): string {
  return articleHash(
    source,
    charts.map(({ id }) => headlines.get(id)?.text ?? ""),
  );
}
