import path from "node:path";
import type { Article } from "#lib/articles/article";
import { findUnmarked } from "#lib/articles/unmarked";
import { chartTexts } from "#lib/charts/chart-texts";
import { loadChart } from "#lib/charts/load";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { checkChartNouns } from "./check-chart-nouns.ts";
import { viewChart } from "./chart-view.ts";

/**
 * Every chart of an article drawn as the page will draw it, so that the gate knows what would stop the build; and its
 * texts read for figures, which only a headline may have (there they are claims), and for nouns that are not its series'.
 */
export async function checkCharts(
  { charts, frontmatter }: Article,
  reader: SeriesReader,
  nouns: Nouns,
  folder: string,
): Promise<Problem[]> {
  const chartsFolder = path.join(folder, "charts");
  const problems: Problem[] = [];
  for (const { id } of charts) {
    const loaded = await loadChart(id, chartsFolder);
    // A definition that cannot be read was reported with the others.
    if (!loaded?.ok) continue;
    const { definition } = loaded;
    for (const { field, text } of chartTexts(definition)) {
      const explains = /^(?:notes|breaks)\./.test(field);
      for (const { kind, text: words } of findUnmarked(text)) {
        // What a measure means is said in words that compare nothing.
        if (explains && kind === "unmarked-word") continue;
        problems.push({
          kind,
          message: `"${words}" stands in ${field}, where it cannot be checked`,
          at: definition.at,
          fix: "say it in the headline, as a claim, or leave it to the picture",
        });
      }
    }
    problems.push(...(await checkChartNouns(definition, reader, nouns)));
    const viewed = await viewChart(id, reader, frontmatter.asOf, chartsFolder);
    if (!viewed.ok) problems.push(...viewed.problems);
  }
  return problems;
}
