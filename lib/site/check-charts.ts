import path from "node:path";
import type { Article } from "#lib/articles/article";
import { checkShownText } from "#lib/articles/check-shown-text";
import { chartTexts } from "#lib/charts/chart-texts";
import { loadChart } from "#lib/charts/load";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { checkChartNouns } from "./check-chart-nouns.ts";
import { viewChart } from "./chart-view.ts";

/**
 * Every chart of an article drawn as the page will draw it, so that the gate knows what would stop the build; and its
 * texts read for figures and comparing words, which only a headline may have (there they are claims), and for nouns that are
 * not its series'. A note may hold exempt words.
 */
export async function checkCharts(
  { charts, frontmatter }: Article,
  reader: SeriesReader,
  nouns: Nouns | null,
  folder: string,
): Promise<Problem[]> {
  const chartsFolder = path.join(folder, "charts");
  const problems: Problem[] = [];
  for (const { id } of charts) {
    const loaded = await loadChart(id, chartsFolder);
    // A definition that cannot be read was reported with the others.
    if (!loaded?.ok) continue;
    const { definition, placeOf } = loaded;
    for (const { field, path: at, text } of chartTexts(definition)) {
      const isNote = /^notes?\b/.test(field);
      problems.push(
        ...checkShownText({
          text,
          what: field,
          explains: isNote,
          placeOf: (offset) => placeOf(at, offset),
        }),
      );
    }
    if (nouns !== null) problems.push(...(await checkChartNouns(loaded, reader, nouns)));
    const viewed = await viewChart(id, reader, frontmatter.asOf, chartsFolder);
    if (!viewed.ok) problems.push(...viewed.problems);
  }
  return problems;
}
