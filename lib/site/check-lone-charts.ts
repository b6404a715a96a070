import path from "node:path";
import { parseArticle, type ChartHeadline } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { checkVintages } from "#lib/articles/check-vintages";
import { heldDays } from "#lib/articles/held-days";
import { loadChart } from "#lib/charts/load";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { checkCharts } from "./check-charts.ts";
import type { CheckSetting } from "./check-one.ts";
import type { Showing } from "./shown-content.ts";

/** The charts of a folder, and which of them articles name. */
export interface NamedCharts {
  readonly headlines: ReadonlyMap<string, ChartHeadline>;
  /** By id. One that only drafts name is seen by nobody, unless it names a vintage and so stands alone. */
  readonly named: ReadonlyMap<string, Showing>;
}

/**
 * The charts that no article shows, each held against the vintage it names, as if an article showed it and said nothing else:
 * a chart has a page of its own, where its headline is read like any other. Problem: `no-as-of`, and those of an article.
 */
export async function checkLoneCharts(
  charts: NamedCharts,
  setting: CheckSetting,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const id of charts.headlines.keys()) {
    const showing = charts.named.get(id) ?? "draft";
    if (showing === "draft") problems.push(...(await checkLone(id, charts, setting)));
  }
  return problems;
}

async function checkLone(
  id: string,
  { headlines, named }: NamedCharts,
  setting: CheckSetting,
): Promise<Problem[]> {
  const { reader, heldVintages, held, nouns, folder } = setting;
  const loaded = await loadChart(id, path.join(folder, "charts"));
  if (!loaded?.ok) return [];
  const { asOf, at } = loaded.definition;
  if (asOf === undefined) {
    if (named.has(id)) return [];
    const message =
      "no article shows this chart, and it does not say which vintage its headline is about";
    return [{ kind: "no-as-of", message, at, fix: "add `asOf:` with the date of a vintage" }];
  }
  const { article, problems } = parseArticle(
    sourceOf(id, asOf),
    { slug: id, file: at.file },
    headlines,
  );
  if (article === null) return problems;
  const checked = await checkArticle(article, reader, nouns);
  return [
    ...problems,
    ...checked.problems,
    ...checkVintages(checked, held ?? heldDays(heldVintages)),
    ...(await checkCharts(article, setting)),
  ];
}

/** An article that shows one chart and says nothing that could be wrong. */
function sourceOf(id: string, asOf: VintageDate): string {
  return `---
id: chart-of-its-own
byline: Desk
topic: Charts
published: ${asOf}
updated: ${asOf}
asOf: ${asOf}
---

# A chart

<Dek>A chart.</Dek>

<Chart id="${id}" />
`;
}
