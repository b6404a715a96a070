import path from "node:path";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { viewChart, type ChartViewed } from "./chart-view.ts";

/** Where charts are, and whose figures they show. Whoever sees that a file has changed makes another. */
export interface ChartGround {
  readonly reader: SeriesReader;
  /** The folder with articles/ and charts/. */
  readonly folder: string;
}

const kept = new WeakMap<ChartGround, Map<string, Promise<ChartViewed>>>();

/**
 * A chart as known on a day, drawn once on the same ground: an editor saves an article again and again, and its charts stay. Of later
 * vintages, which its page lets a reader choose, it may not know: nothing that is wrong with it rests on them.
 */
export function viewedChart(
  id: string,
  asOf: VintageDate,
  ground: ChartGround,
): Promise<ChartViewed> {
  const views = kept.get(ground) ?? new Map<string, Promise<ChartViewed>>();
  kept.set(ground, views);
  const name = `${asOf} ${id}`;
  const view =
    views.get(name) ??
    viewChart(id, readerUpTo(ground, asOf), asOf, path.join(ground.folder, "charts"));
  views.set(name, view);
  // A failure is not kept.
  view.catch(() => views.delete(name));
  return view;
}

function readerUpTo({ reader }: ChartGround, day: VintageDate): SeriesReader {
  return { ...reader, vintages: (release) => reader.vintages(release, day) };
}
