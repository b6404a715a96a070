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
import { timesOfVintage, treasury, type LoadTimes } from "./feed-releases.ts";
import { newestFigure } from "./feed-series.ts";
import { shortName } from "./release-names.ts";

/** What a vintage said of one series of the area. */
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

/** Every vintage with new or revised figures of an area. */
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

/**
 * The same from the histories of its series, by period and then by vintage. Tables of one day are entries of their own: they may
 * be loaded at different times, and an entry that was sent does not change by what comes later.
 */
export function planArea(
  { area, releases, loads }: AreaOfFeed,
  histories: readonly { readonly series: Series; readonly history: readonly Cell[] }[],
): PlannedEntry[] {
  return releases.flatMap((release) => {
    const days = new Map<VintageDate, SeriesChange[]>();
    for (const { series, history } of histories) {
      if (series.release !== release.slug) continue;
      for (const [date, changes] of changesByVintage(history)) {
        days.set(date, [...(days.get(date) ?? []), { series, changes }]);
      }
    }
    const [first] = [...days.keys()].sort();
    return [...days].map(([date, changed]) => ({
      kind: "area",
      id: entryId("area", area.slug, release.slug, date),
      path: `/releases/${release.slug}/${date}`,
      title: `${area.name}: ${shortName(release)}, ${formatDay(date)}`,
      ...timesOfVintage(loads, release.slug, date),
      author: treasury,
      categories: ["Areas", area.name],
      write: () => textOf(area, changed, date === first),
    }));
  });
}

function textOf(area: Area, changed: readonly SeriesChange[], isFirst: boolean): EntryText {
  const count = formatPublished(String(changed.length));
  const summary = `${isFirst ? "The first vintage held: figures" : "New or revised figures"} of ${count} series.`;
  const table = htmlTable({
    columns: ["", "Newest", "New", "Revised", "Withdrawn"],
    rows: changed.map(({ series, changes }) => {
      const { added, revised, withdrawn } = countFigureChanges(changes);
      const title = h("a", { href: seriesPath(series.key) }, series.title);
      return [title, newestFigure(series, changes), ...[added, revised, withdrawn].map(String)];
    }),
  });
  const all = h("p", [
    "All that is held of it: ",
    h("a", { href: `/areas/${area.slug}` }, area.name),
  ]);
  return { summary, html: toHtml([h("p", summary), table, all]) };
}
