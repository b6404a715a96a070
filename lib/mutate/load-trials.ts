import path from "node:path";
import { listSlugs, loadArticle, type ChartHeadline } from "#lib/articles/article";
import { chartIds, loadChart } from "#lib/charts/load";
import { formatProblem } from "#lib/series/problem";
import type { TrialArticle } from "./trial-gate.ts";

/** An article to change, and the sources whose figures it records: a quotation of them can be held against those. */
export interface Trial {
  readonly trial: TrialArticle;
  readonly listed: ReadonlySet<string>;
}

/** The articles of a folder of content with the headlines of their charts. Throws when one has problems: mend it first. */
export async function loadTrials(folder = "content"): Promise<Trial[]> {
  const headlines = await loadHeadlines(path.join(folder, "charts"));
  const articles = path.join(folder, "articles");
  const trials: Trial[] = [];
  for (const slug of await listSlugs(articles)) {
    const { article, problems } = await loadArticle(articles, slug, headlines);
    if (article === null || problems.length > 0) {
      throw new Error(
        `Expected articles without problems\n${problems.map(formatProblem).join("\n")}`,
      );
    }
    const { file, source, tree, charts, frontmatter } = article;
    const shown = charts.flatMap(({ id }) => {
      const headline = headlines.get(id);
      return headline === undefined ? [] : [[id, headline] as const];
    });
    const recorded = frontmatter.sources.filter(({ figures }) => figures.length > 0);
    trials.push({
      trial: { slug, file, source, tree, headlines: new Map(shown), basis: frontmatter },
      listed: new Set(recorded.map(({ id }) => id)),
    });
  }
  return trials;
}

async function loadHeadlines(folder: string): Promise<Map<string, ChartHeadline>> {
  const headlines = new Map<string, ChartHeadline>();
  for (const id of await chartIds(folder)) {
    const chart = await loadChart(id, folder);
    if (!chart?.ok) throw new Error(`Expected a chart without problems: ${folder}/${id}.yml`);
    const { headline, headlineAt } = chart.definition;
    headlines.set(id, { text: headline, at: headlineAt });
  }
  return headlines;
}
