import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { htmlTable } from "#lib/charts/html-table";
import { entryId } from "#lib/feeds/entry-id";
import type { EntryText, PlannedEntry } from "#lib/feeds/feed";
import { formatDay, formatPublished } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { Release, Vintage } from "#lib/series/vintage";
import type { Store } from "#lib/store/store";
import { formatDifference } from "./data-figures.ts";
import { seriesPath } from "./data-page-query.ts";
import { shortName } from "./release-names.ts";
import { vintagePage, type MeasureLine, type VintagePage } from "./release-vintage.ts";

/** So many revisions are told; the page of the vintage has more. */
const listedRevisions = 10;

/** Who publishes the figures, for entries that are about nothing else. */
export const treasury = "U.S. Department of the Treasury";

/** When each vintage came into the store, by `<release> <date>` (`loadTimes`). */
export type LoadTimes = ReadonlyMap<string, Date>;

/** When a vintage came, as an entry has it. */
export function cameAt(loads: LoadTimes, release: string, date: VintageDate): { came?: Date } {
  const came = loads.get(`${release} ${date}`);
  return came === undefined ? {} : { came };
}

/** Every vintage of every release held, with what it added, revised and withdrew. */
export function releaseEntries(
  held: readonly { readonly release: Release; readonly vintages: readonly Vintage[] }[],
  store: Store,
  loads: LoadTimes,
): PlannedEntry[] {
  return held.flatMap(({ release, vintages }) =>
    vintages.map(({ date }) => ({
      kind: "release",
      id: entryId("release", release.slug, date),
      path: `/releases/${release.slug}/${date}`,
      title: `${release.title}: vintage of ${formatDay(date)}`,
      published: date,
      updated: date,
      ...cameAt(loads, release.slug, date),
      author: treasury,
      categories: ["Releases", shortName(release)],
      write: async () => {
        const found = await vintagePage(store, release.slug, date);
        if (!found?.ok) throw new Error(`The vintage of ${date} of ${release.slug} has no page`);
        return vintageText(found.page);
      },
    })),
  );
}

/** What a vintage says and changes, from its page. */
export function vintageText(page: VintagePage): EntryText {
  const summary = summaryOf(page);
  return { summary, html: toHtml([h("p", summary), ...measuresOf(page), ...revisionsOf(page)]) };
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
  const columns = ["", "Added", "Revised", "Withdrawn", "Mean revision", "Largest"];
  const rows = measures.map((line) => [
    line.label,
    ...[line.added, line.revised, line.withdrawn].map((count) => formatPublished(String(count))),
    ...sizesOf(line),
  ]);
  return [h("h3", "By measure"), htmlTable({ columns, rows })];
}

function sizesOf({ mean, largest, unit }: MeasureLine): [string, string] {
  return [
    mean === null ? "" : `${formatPublished(mean)} ${unit}`,
    largest === null ? "" : `${formatPublished(largest)} ${unit}`,
  ];
}

function revisionsOf({ revisions, revised, release, vintage }: VintagePage): ElementContent[] {
  if (revisions.length === 0) return [];
  const shown = revisions.slice(0, listedRevisions);
  const items = shown.map(({ key, title, period, before, after, gone, difference }) =>
    h("li", [
      h("a", { href: seriesPath(key) }, title),
      `, ${period}: ${formatPublished(before)} → ${after === null ? gone : formatPublished(after)}`,
      difference === null ? "" : ` (${formatDifference(difference)})`,
    ]),
  );
  const path = `/releases/${release.slug}/${vintage.date}`;
  const rest = revised > shown.length ? [h("p", [h("a", { href: path }, "All revisions")])] : [];
  return [h("h3", "The largest revisions"), h("ul", items), ...rest];
}
