import { existsSync } from "node:fs";
import path from "node:path";
import { listSlugs, loadArticle, type Article, type ChartHeadline } from "#lib/articles/article";
import { contentFolder } from "#lib/charts/content-folder";
import { chartIds, loadChart } from "#lib/charts/load";
import type { Problem } from "#lib/series/problem";

export { contentFolder };

/** Every article that can be read, the headlines of all charts, and every problem of reading them. */
export async function loadArticles(folder = contentFolder): Promise<{
  articles: Article[];
  headlines: ReadonlyMap<string, ChartHeadline>;
  problems: Problem[];
}> {
  const missing = findMissing(folder);
  if (missing) return { articles: [], headlines: new Map(), problems: [missing] };
  const { headlines, problems } = await loadHeadlines(folder);
  const articlesFolder = path.join(folder, "articles");
  const articles: Article[] = [];
  for (const slug of await listSlugs(articlesFolder)) {
    const loaded = await loadArticle(articlesFolder, slug, headlines);
    problems.push(...loaded.problems);
    if (loaded.article) articles.push(loaded.article);
  }
  return { articles, headlines, problems };
}

/** What keeps a folder from being one of content. */
export function findMissing(folder: string): Problem | null {
  if (existsSync(path.join(folder, "articles")) && existsSync(path.join(folder, "charts"))) {
    return null;
  }
  const at = { file: folder, line: 1, column: 1 };
  const message = "expected a folder with articles/ and charts/ in it";
  return { kind: "no-content", message, at, fix: "give the folder that has them" };
}

/** The headlines of the charts that can be read, by id. */
export async function loadHeadlines(
  folder: string,
): Promise<{ headlines: Map<string, ChartHeadline>; problems: Problem[] }> {
  const chartsFolder = path.join(folder, "charts");
  const headlines = new Map<string, ChartHeadline>();
  const problems: Problem[] = [];
  for (const id of await chartIds(chartsFolder)) {
    const chart = await loadChart(id, chartsFolder);
    if (chart === null) continue;
    if (chart.ok)
      headlines.set(id, { text: chart.definition.headline, at: chart.definition.headlineAt });
    else problems.push(...chart.problems);
  }
  return { headlines, problems };
}
