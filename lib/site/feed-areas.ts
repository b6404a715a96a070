import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { htmlTable } from "#lib/charts/html-table";
import { entryId } from "#lib/feeds/entry-id";
import type { EntryText, PlannedEntry } from "#lib/feeds/feed";
import { formatDay, formatPublished } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { listSeriesOfArea } from "#lib/store/area-rows";
import { revisionsOf } from "#lib/store/revisions-of";
import type { Store } from "#lib/store/store";
import { seriesPath } from "./data-page-query.ts";
import { changesByVintage, countFigureChanges, type FigureChange } from "./feed-changes.ts";
import { cameAt, treasury, type LoadTimes } from "./feed-releases.ts";
import { newestFigure } from "./feed-series.ts";
import { shortName } from "./release-names.ts";

/** What one day's vintage of a table said of one series of the area. */
interface SeriesChange {
  readonly series: Series;
  readonly changes: readonly FigureChange[];
}

/** What is known of an area before any figure is read. */
export interface AreaOfFeed {
  readonly area: Area;
  readonly releases: readonly Release[];
  readonly loads: LoadTimes;
}

/** Every day on which tables came out with new or revised figures of an area. */
export async function areaEntries(of: AreaOfFeed, store: Store): Promise<PlannedEntry[]> {
  const series = await listSeriesOfArea(store, of.area.slug);
  const histories = await revisionsOf(
    store,
    series.map(({ key }) => key),
  );
  return planArea(
    of,
    series.map((one) => ({ series: one, history: histories.get(one.key) ?? [] })),
  );
}

/** The same from the histories of its series, by period and then by vintage. */
export function planArea(
  { area, releases, loads }: AreaOfFeed,
  histories: readonly { readonly series: Series; readonly history: readonly Cell[] }[],
): PlannedEntry[] {
  const days = new Map<VintageDate, SeriesChange[]>();
  for (const { series, history } of histories) {
    for (const [date, changes] of changesByVintage(history)) {
      days.set(date, [...(days.get(date) ?? []), { series, changes }]);
    }
  }
  return [...days].map(([date, changed]) => ({
    kind: "area",
    id: entryId("area", area.slug, date),
    path: `/areas/${area.slug}`,
    title: `${area.name}: figures of ${formatDay(date)}`,
    published: date,
    updated: date,
    ...lastCame(changed, date, loads),
    author: treasury,
    categories: ["Areas", area.name],
    write: () => textOf(changed, releases),
  }));
}

/** Tables of one day may come at different times. */
function lastCame(
  changed: readonly SeriesChange[],
  date: VintageDate,
  loads: LoadTimes,
): { came?: Date } {
  return changed
    .map(({ series }) => cameAt(loads, series.release, date))
    .reduce((last, one) => ((one.came ?? 0) > (last.came ?? 0) ? one : last), {});
}

function textOf(changed: readonly SeriesChange[], releases: AreaOfFeed["releases"]): EntryText {
  const tables = releases.flatMap((release) => {
    const own = changed.filter(({ series }) => series.release === release.slug);
    if (own.length === 0) return [];
    const isFirst = own.every(({ changes }) => changes.every(({ before }) => before === null));
    return [{ name: `${shortName(release)}${isFirst ? " (first vintage held)" : ""}`, own }];
  });
  const count = formatPublished(String(changed.length));
  const summary = `New or revised figures of ${count} series, in ${tables.map(({ name }) => name).join(", ")}.`;
  const parts = tables.flatMap(({ name, own }) => [
    h("h3", name),
    htmlTable({
      columns: ["", "Newest", "New", "Revised", "Withdrawn"],
      rows: own.map(({ series, changes }) => {
        const { added, revised, withdrawn } = countFigureChanges(changes);
        const title = h("a", { href: seriesPath(series.key) }, series.title);
        return [title, newestFigure(series, changes), ...[added, revised, withdrawn].map(String)];
      }),
    }),
  ]);
  return { summary, html: toHtml([h("p", summary), ...parts]) };
}
