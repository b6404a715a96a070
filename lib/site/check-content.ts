import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import { checkVintages } from "#lib/articles/check-vintages";
import { checkLock } from "#lib/articles/claims-lock";
import type { Article } from "#lib/articles/article";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { checkCharts } from "./check-charts.ts";
import { contentFolder, loadArticles } from "./content.ts";

/** What the gate found in all content. */
export interface ContentReport {
  readonly articles: readonly CheckedArticle[];
  /** By file, then by place. */
  readonly problems: readonly Problem[];
}

/**
 * The gate: every article read, every claim decided at its vintage, every figure accounted for, every mark still there.
 * Anything in `problems` stops the build.
 */
export async function checkContent(
  reader: SeriesReader,
  heldVintages: readonly Vintage[],
  folder = contentFolder,
): Promise<ContentReport> {
  const once = rememberingReader(reader);
  const loaded = await loadArticles(folder);
  const articles: CheckedArticle[] = [];
  const found = [loaded.problems];
  for (const article of loaded.articles) {
    const checked = await checkArticle(article, once);
    articles.push(checked);
    found.push(
      [...checked.problems],
      checkVintages(checked, heldVintages),
      await checkCharts(article, once, folder),
      // Marks in a part that could not be read are not lost.
      article.complete ? await checkLock(article) : [],
    );
  }
  found.push(checkIds(loaded.articles));
  return { articles, problems: found.flat().sort(byPlace) };
}

/** Feed readers know an article by its id: two with one id would hide one another. */
function checkIds(articles: readonly Article[]): Problem[] {
  return articles.flatMap((article) => {
    const { id } = article.frontmatter;
    const first = articles.find((other) => other.frontmatter.id === id);
    if (first === undefined || first === article) return [];
    return [
      {
        kind: "article-id",
        message: `the id "${id}" is that of ${first.file}`,
        at: { file: article.file, line: 1, column: 1 },
        fix: "give each article an id of its own, and never change it",
      },
    ];
  });
}

function byPlace({ at: left }: Problem, { at: right }: Problem): number {
  return (
    left.file.localeCompare(right.file, "en") ||
    left.line - right.line ||
    left.column - right.column
  );
}
