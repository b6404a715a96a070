import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import { checkLock } from "#lib/articles/claims-lock";
import type { Article } from "#lib/articles/article";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
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
  const loaded = await loadArticles(folder);
  const problems = [...loaded.problems];
  const articles: CheckedArticle[] = [];
  for (const article of loaded.articles) {
    const checked = await checkArticle(article, reader);
    articles.push(checked);
    problems.push(
      ...checked.problems,
      ...checkVintage(article, heldVintages),
      ...(await checkLock(article)),
    );
  }
  problems.push(...checkIds(loaded.articles));
  return { articles, problems: problems.sort(byPlace) };
}

/** Feed readers know an article by its id: two with one id would hide one another. */
function checkIds(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, frontmatter: { id } }, index) =>
    articles.findIndex((other) => other.frontmatter.id === id) === index
      ? []
      : [
          {
            kind: "article-id",
            message: `the id "${id}" is that of another article`,
            at: { file, line: 1, column: 1 },
            fix: "give each article an id of its own, and never change it",
          },
        ],
  );
}

/** An article names a vintage that exists: "as of" a day between two vintages would read well and mean little. */
function checkVintage({ file, frontmatter }: Article, held: readonly Vintage[]): Problem[] {
  const dates = [...new Set(held.map(({ date }) => date))].sort();
  if (dates.includes(frontmatter.asOf)) return [];
  return [
    {
      kind: "unknown-vintage",
      message: `asOf: ${frontmatter.asOf} is not the date of a vintage that is held`,
      at: { file, line: 1, column: 1 },
      fix: `use one of ${dates.join(", ") || "none: load a release first"}`,
    },
  ];
}

function byPlace({ at: left }: Problem, { at: right }: Problem): number {
  return (
    left.file.localeCompare(right.file, "en") ||
    left.line - right.line ||
    left.column - right.column
  );
}
