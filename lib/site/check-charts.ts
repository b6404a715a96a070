import path from "node:path";
import type { Article } from "#lib/articles/article";
import { checkShownText } from "#lib/articles/check-shown-text";
import { chartTexts } from "#lib/charts/chart-texts";
import { loadChart } from "#lib/charts/load";
import type { Nouns } from "#lib/nouns/nouns";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { checkChartNouns } from "./check-chart-nouns.ts";
import { viewedChart, type ChartGround } from "./viewed-charts.ts";

/** What charts are held against. */
export interface ChartSetting extends ChartGround {
  readonly nouns: Nouns | null;
}

const kept = new WeakMap<ChartSetting, Map<string, Promise<readonly Problem[]>>>();

/**
 * Every chart of an article drawn as the page will draw it, so that the gate knows what would stop the build; and its
 * texts read for figures and comparing words, which only a headline may have (there they are claims), and for nouns that are
 * not its series'. A note may hold exempt words. In one setting each is looked at once.
 */
export async function checkCharts(
  { charts, frontmatter: { asOf } }: Article,
  setting: ChartSetting,
): Promise<Problem[]> {
  const known = kept.get(setting) ?? new Map<string, Promise<readonly Problem[]>>();
  kept.set(setting, known);
  const problems: Problem[] = [];
  for (const { id } of charts) {
    const name = `${asOf} ${id}`;
    const found = known.get(name) ?? checkChart(id, asOf, setting);
    known.set(name, found);
    // A failure is not kept.
    found.catch(() => known.delete(name));
    problems.push(...(await found));
  }
  return problems;
}

async function checkChart(
  id: string,
  asOf: VintageDate,
  setting: ChartSetting,
): Promise<readonly Problem[]> {
  const { reader, nouns, folder } = setting;
  const loaded = await loadChart(id, path.join(folder, "charts"));
  // A definition that cannot be read was reported with the others.
  if (!loaded?.ok) return [];
  const { definition, placeOf } = loaded;
  const inTexts = chartTexts(definition).flatMap(({ field, path: at, text }) =>
    checkShownText({
      text,
      what: field,
      explains: /^notes?\b/.test(field),
      placeOf: (offset) => placeOf(at, offset),
    }),
  );
  const ofNouns = nouns === null ? [] : await checkChartNouns(loaded, reader, nouns);
  const viewed = await viewedChart(id, asOf, setting);
  return [...inTexts, ...ofNouns, ...(viewed.ok ? [] : viewed.problems)];
}
