import path from "node:path";
import type { Article } from "#lib/articles/article";
import { cardPng } from "#lib/charts/card";
import type { SeriesReader } from "#lib/series/reader";
import { articleCard } from "./article-card.ts";
import { chartFile } from "./chart-file.ts";
import { chartView, type ChartView } from "./chart-view.ts";

/** The pictures of an article as an editor calls them, or the first that could not be drawn. */
export type Drawn =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * Draws what readers get of an article besides its page: each chart as feeds have it, and the social card. Nothing is kept; it
 * shows that they can be drawn, before anybody asks for them.
 */
export async function drawPictures(
  { frontmatter, headline, charts }: Article,
  reader: SeriesReader,
  folder: string,
): Promise<Drawn> {
  const { topic, asOf } = frontmatter;
  const views: ChartView[] = [];
  for (const { id } of charts) {
    try {
      const view = await chartView(id, reader, asOf, path.join(folder, "charts"));
      const query = new URLSearchParams(view.pngPath.split("?")[1]);
      const file = await chartFile(`${id}.png`, query, reader, path.join(folder, "charts"));
      if (!file.ok)
        return { ok: false, message: `the chart ${id} cannot be drawn: ${file.message}` };
      await file.make();
      views.push(view);
    } catch (error) {
      return { ok: false, message: `the chart ${id} cannot be drawn: ${reasonOf(error)}` };
    }
  }
  try {
    cardPng(articleCard({ topic, headline, asOf }, views));
  } catch (error) {
    return { ok: false, message: `the social card cannot be drawn: ${reasonOf(error)}` };
  }
  return { ok: true, names: [...views.map(({ id }) => `the chart ${id}`), "the social card"] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
