import { readFile } from "node:fs/promises";
import path from "node:path";
import { listSlugs, parseArticle, type ChartHeadline } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { checkVintages } from "#lib/articles/check-vintages";
import { withoutComments } from "#lib/articles/comments";
import { loadChart } from "#lib/charts/load";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { checkCharts } from "./check-charts.ts";
import type { CheckSetting } from "./check-one.ts";

/**
 * The charts that no article shows, each held against the vintage it names, as if an article showed it and said nothing else:
 * a chart has a page of its own, where its headline is read like any other. Problem: `no-as-of`, and those of an article.
 */
export async function checkLoneCharts(
  headlines: ReadonlyMap<string, ChartHeadline>,
  setting: CheckSetting,
): Promise<Problem[]> {
  const shown = await shownCharts(path.join(setting.folder, "articles"));
  const problems: Problem[] = [];
  for (const id of headlines.keys()) {
    if (!shown.has(id)) problems.push(...(await checkLone(id, headlines, setting)));
  }
  return problems;
}

async function checkLone(
  id: string,
  headlines: ReadonlyMap<string, ChartHeadline>,
  { reader, heldVintages, nouns, folder }: CheckSetting,
): Promise<Problem[]> {
  const loaded = await loadChart(id, path.join(folder, "charts"));
  if (!loaded?.ok) return [];
  const { asOf, at } = loaded.definition;
  if (asOf === undefined) {
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
    ...checkVintages(checked, heldVintages),
    ...(await checkCharts(article, reader, nouns, folder)),
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

/** The ids of all charts that articles name, whether or not the rest of an article can be read. */
async function shownCharts(folder: string): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (const slug of await listSlugs(folder)) {
    const text = await readFile(path.join(folder, slug, "index.mdx"), "utf8").catch(() => "");
    // A chart in a comment is shown by nobody.
    for (const [, id] of withoutComments(text).matchAll(/<Chart\s[^>]*?id="([^"]*)"/g)) {
      if (id !== undefined) shown.add(id);
    }
  }
  return shown;
}
