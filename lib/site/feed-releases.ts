import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { htmlTable } from "#lib/charts/html-table";
import { entryId } from "#lib/feeds/entry-id";
import { dawnOf } from "#lib/feeds/feed-instant";
import type { EntryText, PlannedEntry } from "#lib/feeds/feed";
import { formatDay, formatPeriod, formatPublished } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { unitLabel } from "#lib/series/unit";
import { createReader } from "#lib/store/reader";
import { findSeries } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import { amountInWords, formatDifference } from "./data-figures.ts";
import { seriesPath } from "./data-page-query.ts";
import { headlineOf } from "./release-headline.ts";
import { shortName } from "./release-names.ts";
import { vintagePage, type MeasureLine, type VintagePage } from "./release-vintage.ts";
import type { HeldRelease } from "./build-home-page.ts";

/** So many measures and revisions are told; the page of the vintage has more. */
const [listedMeasures, listedRevisions] = [12, 10];

/** Who publishes the figures, for entries that are about nothing else. */
export const treasury = "U.S. Department of the Treasury";

/** When each vintage came into the store, by `<release> <date>` (`loadTimes`). */
export type LoadTimes = ReadonlyMap<string, Date>;

/**
 * The times of the entry of a vintage. It is dated by its day; one that came after a newer one of its release had come is changed
 * when it came, or whoever reads on from the newest entries would never hear of it.
 */
export function timesOfVintage(
  loads: LoadTimes,
  release: string,
  date: VintageDate,
): Pick<PlannedEntry, "published" | "updated" | "changed"> {
  const published = dawnOf(date);
  const came = loads.get(`${release} ${date}`);
  if (came === undefined)
    return { published, updated: published, changed: { day: date, came: null } };
  const isLate = lateVintages(loads).has(`${release} ${date}`);
  const late = came.toISOString();
  const updated = isLate && late > published ? late : published;
  return { published, updated, changed: { day: null, came } };
}

const lateIn = new WeakMap<LoadTimes, ReadonlySet<string>>();

/** The vintages that came after a newer one of their release. Found once for all entries: they are thousands. */
function lateVintages(loads: LoadTimes): ReadonlySet<string> {
  const known = lateIn.get(loads);
  if (known) return known;
  const late = new Set<string>();
  // The first of those that are newer, by release; names end in the day.
  const first = new Map<string, Date>();
  for (const [name, came] of [...loads].sort(([left], [right]) => (left < right ? 1 : -1))) {
    const release = name.slice(0, -"2026-06-18".length);
    const newer = first.get(release);
    if (newer !== undefined && newer < came) late.add(name);
    if (newer === undefined || came < newer) first.set(release, came);
  }
  lateIn.set(loads, late);
  return late;
}

/** Every vintage of every release held, with what it added, revised and withdrew. */
export function releaseEntries(
  held: readonly HeldRelease[],
  store: Store,
  loads: LoadTimes,
): PlannedEntry[] {
  return held.flatMap(({ release, vintages }) =>
    vintages.map(({ date }) => ({
      kind: "release",
      id: entryId("release", release.slug, date),
      path: `/releases/${release.slug}/${date}`,
      title: `${release.title}: vintage of ${formatDay(date)}`,
      ...timesOfVintage(loads, release.slug, date),
      author: treasury,
      categories: ["Releases", shortName(release)],
      write: async () => {
        const found = await vintagePage(store, release.slug, date, held);
        if (!found?.ok) throw new Error(`The vintage of ${date} of ${release.slug} has no page`);
        const figure = await headlineFigure(release.slug, date, store);
        return vintageText(found.page, figure, await unitsOf(found.page, store));
      },
    })),
  );
}

/** "Net foreign purchases of U.S. long-term securities, April 2026: $146.2 billion." as the vintage has it; empty where it has none. */
async function headlineFigure(slug: string, date: VintageDate, store: Store): Promise<string> {
  const headline = headlineOf(slug);
  const reader = createReader(store);
  const series = headline && (await reader.describe(headline.key));
  if (!headline || !series) return "";
  const cells = (await reader.read([headline.key], date)).get(headline.key) ?? [];
  const newest = cells.findLast(({ value }) => value !== null);
  if (newest === undefined || newest.value === null) return "";
  const label = headline.label.replace(/^./, (letter) => letter.toUpperCase());
  return `${label}, ${formatPeriod(newest.period)}: ${amountInWords(newest.value, series)}.`;
}

/** The units of the series whose revisions are told, by key: "USD million". */
async function unitsOf({ revisions }: VintagePage, store: Store): Promise<Units> {
  const units = new Map<string, string>();
  for (const { key } of revisions.slice(0, listedRevisions)) {
    const series = await findSeries(store, key);
    if (series !== null) units.set(key, unitLabel(series.unit, series.multiplier));
  }
  return units;
}

type Units = ReadonlyMap<string, string>;

/** What a vintage says and changes, from its page, its best-known figure and the units of what it revised. */
export function vintageText(page: VintagePage, figure: string, units: Units): EntryText {
  const summary = [figure, summaryOf(page)].filter(Boolean).join(" ");
  const parts = [h("p", summary), ...measuresOf(page), ...revisionsOf(page, units)];
  return { summary, html: toHtml(parts) };
}

function summaryOf({ covers, from, newPeriods, added, revised, withdrawn }: VintagePage): string {
  if (from === null) return `The first vintage held. It covers ${covers}.`;
  const counts = [
    [added, "added"],
    [revised, "revised"],
    [withdrawn, "withdrawn"],
  ] as const;
  const changed = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatPublished(String(count))} ${word}`);
  return [
    `It covers ${covers}.`,
    ...(newPeriods.length > 0 ? [`New: ${newPeriods.join(", ")}.`] : []),
    `Figures since the vintage of ${formatDay(from)}: ${changed.join(", ") || "none changed"}.`,
  ].join(" ");
}

function measuresOf({ measures }: VintagePage): ElementContent[] {
  if (measures.length === 0) return [];
  const most = measures.toSorted((left, right) => right.revised - left.revised);
  const columns = ["", "Added", "Revised", "Withdrawn", "Mean revision", "Largest"];
  const rows = most
    .slice(0, listedMeasures)
    .map((line) => [
      line.label,
      ...[line.added, line.revised, line.withdrawn].map((count) => formatPublished(String(count))),
      ...sizesOf(line),
    ]);
  return [
    h("h3", measures.length > listedMeasures ? "By measure, the most revised" : "By measure"),
    htmlTable({ columns, rows }),
  ];
}

function sizesOf({ mean, largest, unit }: MeasureLine): [string, string] {
  return [
    mean === null ? "" : `${formatPublished(mean)} ${unit}`,
    largest === null ? "" : `${formatPublished(largest)} ${unit}`,
  ];
}

function revisionsOf(
  { revisions, revised, release, vintage }: VintagePage,
  units: Units,
): ElementContent[] {
  if (revisions.length === 0) return [];
  const shown = revisions.slice(0, listedRevisions);
  const items = shown.map(({ key, title, period, before, after, gone, difference }) =>
    h("li", [
      h("a", { href: seriesPath(key) }, title),
      `, ${period}: ${formatPublished(before)} → ${after === null ? gone : formatPublished(after)}`,
      difference === null ? "" : ` (${formatDifference(difference)})`,
      units.has(key) ? `, ${units.get(key)}` : "",
    ]),
  );
  const path = `/releases/${release.slug}/${vintage.date}`;
  const rest = revised > shown.length ? [h("p", [h("a", { href: path }, "All revisions")])] : [];
  return [h("h3", "The largest revisions"), h("ul", items), ...rest];
}
