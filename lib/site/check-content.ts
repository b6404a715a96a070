import type { CheckedArticle } from "#lib/articles/check-article";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { checkIds } from "./check-ids.ts";
import { checkLoneCharts } from "./check-lone-charts.ts";
import { checkOne } from "./check-one.ts";
import { contentFolder, loadArticles } from "./content.ts";
import { loadWords } from "./load-words.ts";

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
  const words = await loadWords(folder);
  if (!words.ok) return { articles: [], problems: [...words.problems, ...loaded.problems] };
  const once = wholeSeriesReader(rememberingReader(reader));
  const setting = { reader: once, heldVintages, ...words.value, folder };
  const articles: CheckedArticle[] = [];
  const found = [loaded.problems];
  for (const article of loaded.articles) {
    const { checked, problems } = await checkOne(article, setting);
    articles.push(checked);
    found.push(problems);
  }
  found.push(await checkLoneCharts(loaded.headlines, setting));
  const named = loaded.articles.map(({ frontmatter, file }) => ({ id: frontmatter.id, file }));
  found.push(checkIds(named));
  return { articles, problems: found.flat().sort(byPlace) };
}

/** Problems in the order of files, and of places in each. */
export function byPlace({ at: left }: Problem, { at: right }: Problem): number {
  return (
    left.file.localeCompare(right.file, "en") ||
    left.line - right.line ||
    left.column - right.column
  );
}
