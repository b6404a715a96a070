import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import type { Article } from "#lib/articles/article";
import { articleHash } from "#lib/desk/article-hash";
import { readDeskArticle, type DeskArticle } from "#lib/desk/desk-article";
import type { DeskRange } from "#lib/desk/desk-range";
import { worstFirst } from "#lib/desk/worst-first";
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
  const { articles, problems } = await loadArticles(folder);
  const once = wholeSeriesReader(rememberingReader(reader));
  const checked: CheckedArticle[] = [];
  for (const article of articles.filter((one) => slug === null || one.slug === slug)) {
    checked.push(await checkArticle(article, once, null));
  }
  const files = new Set(articles.map(({ file }) => file));
  const missing = problems.filter(({ at }) => isArticle.test(at.file) && !files.has(at.file));
  return {
    range,
    articles: await deskOf(checked, range, once, held),
    problems: slug === null ? missing : [],
  };
}

/** The same over articles that the gate has read, by a reader that keeps what it was told; the worst first. */
export async function deskOf(
  checked: readonly CheckedArticle[],
  range: DeskRange,
  reader: SeriesReader,
  held: readonly Vintage[],
): Promise<DeskArticle[]> {
  const read: DeskArticle[] = [];
  for (const { article, claims } of checked) {
    read.push(
      await readDeskArticle({ article, claims, seen: seenOf(article) }, range, reader, held),
    );
  }
  return read.sort(worstFirst);
}

/** What names an article as it stands, its charts' headlines included: their sentences are its own. */
export function seenOf({ source, charts }: Pick<Article, "source" | "charts">): string {
  return articleHash(
    source,
    charts.map(({ text }) => text),
  );
}
