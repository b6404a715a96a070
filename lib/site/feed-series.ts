import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { htmlTable } from "#lib/charts/html-table";
import { entryId } from "#lib/feeds/entry-id";
import type { EntryText, PlannedEntry } from "#lib/feeds/feed";
import { formatDay, formatPeriod, formatPublished } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";
import { readHistory } from "#lib/store/history";
import type { Store } from "#lib/store/store";
import { amountInWords, differenceOf, formatDifference } from "./data-figures.ts";
import type { Print } from "./data-history.ts";
import { seriesPath } from "./data-page-query.ts";
import { changesByVintage, countFigureChanges, type FigureChange } from "./feed-changes.ts";
import { timesOfVintage, treasury, type LoadTimes } from "./feed-releases.ts";

/** So many figures are told of one vintage; the page of the series has all. */
const listed = 24;

/** Every vintage that said something new of a series. */
export async function seriesEntries(
  series: Series,
  store: Store,
  loads: LoadTimes,
): Promise<PlannedEntry[]> {
  return planSeries(series, await readHistory(store, series.key), loads);
}

/** The same from its history, by period and then by vintage. */
export function planSeries(
  series: Series,
  history: readonly Cell[],
  loads: LoadTimes,
): PlannedEntry[] {
  const changed = changesByVintage(history);
  const [first] = [...changed.keys()].sort();
  return [...changed].map(([date, changes]) => ({
    kind: "series",
    id: entryId("series", series.key, date),
    path: seriesPath(series.key, { asOf: date }),
    title: `${series.title}: vintage of ${formatDay(date)}`,
    ...timesOfVintage(loads, series.release, date),
    author: treasury,
    categories: ["Series", series.key],
    write: () => textOf(series, date, changes, date === first),
  }));
}

function textOf(
  series: Series,
  date: VintageDate,
  changes: readonly FigureChange[],
  isFirst: boolean,
): EntryText {
  const parts = [
    newestFigure(series, changes),
    isFirst ? "The first vintage held." : "",
    countsInWords(changes),
  ];
  const summary = parts.filter(Boolean).join(" ");
  const unit = unitLabel(series.unit, series.multiplier);
  const shown = changes.slice(0, listed);
  const table = htmlTable({
    columns: ["Period", `Before, ${unit}`, `Now, ${unit}`, "Difference"],
    rows: shown.map(({ period, now, before }) => [
      formatPeriod(period),
      before === null ? "new" : printed(before),
      printed(now),
      before === null ? "" : formatDifference(differenceOf(before.value, now.value)),
    ]),
  });
  const path = seriesPath(series.key, { asOf: date });
  const rest = changes.length - shown.length;
  const more = rest > 0 ? `${formatPublished(String(rest))} older ones, and the` : "The";
  const html = toHtml([
    h("p", summary),
    table,
    h("p", [
      `${more} chart, the revisions and the source lines: `,
      h("a", { href: path }, series.key),
    ]),
  ]);
  return { summary, html };
}

/** "April 2026: $1,134.2 billion." of the newest period that the vintage speaks of; empty where it has no value. */
export function newestFigure(series: Series, changes: readonly FigureChange[]): string {
  const newest = changes.find(({ now }) => now.value !== null);
  if (newest === undefined || newest.now.value === null) return "";
  return `${formatPeriod(newest.period)}: ${amountInWords(newest.now.value, series)}.`;
}

function countsInWords(changes: readonly FigureChange[]): string {
  const { added, revised, withdrawn } = countFigureChanges(changes);
  const counts = [
    [added, "new"],
    [revised, "revised"],
    [withdrawn, "withdrawn"],
  ] as const;
  const said = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatPublished(String(count))} ${word}`);
  return `Figures: ${said.join(", ")}.`;
}

function printed({ value, status }: Print): string {
  return status === "withdrawn" ? "withdrawn" : value === null ? "n.a." : formatPublished(value);
}
