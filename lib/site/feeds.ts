import type { PlannedEntry, PlannedFeed } from "#lib/feeds/feed";
import type { FeedGroup } from "#lib/feeds/opml";
import { areaSubject, mainSubjects, seriesSubject, topicSubject } from "#lib/feeds/subjects";
import { couldBeKey } from "#lib/series/series-key";
import { findArea, listAreas } from "#lib/store/area-rows";
import { findSeries, listSeries } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import { areaEntries } from "./feed-areas.ts";
import { releaseEntries, type LoadTimes } from "./feed-releases.ts";
import { seriesEntries } from "./feed-series.ts";
import type { HeldRelease } from "./site.ts";
import type { Topic } from "./topics.ts";

/** What feeds are made from. */
export interface FeedSources {
  readonly store: Store;
  readonly releases: readonly HeldRelease[];
  readonly topics: readonly Topic[];
  /** Every article and correction. */
  readonly entries: readonly PlannedEntry[];
  readonly loads: LoadTimes;
}

/** The feed of a path, `/feeds/topics/cross-border-capital`, with all that it ever had; null when there is none. */
export async function findFeed(path: string, sources: FeedSources): Promise<PlannedFeed | null> {
  const main = mainSubjects.find((subject) => subject.path === path);
  if (main) return { subject: main, entries: entriesOfMain(path, sources) };
  const [, kind, name = ""] =
    /^\/feeds\/(topics|areas|series)\/([a-z0-9.-]{1,200})$/.exec(path) ?? [];
  if (kind === "topics") return topicFeed(name, sources);
  if (kind === "areas") return areaFeed(name, sources);
  return kind === "series" ? seriesFeed(name, sources) : null;
}

/** The lists of feeds that are published as OPML: each has what the one before has, and more. */
export const feedLists = ["main", "areas", "all"] as const;

export type FeedList = (typeof feedLists)[number];

/** The feeds that are about many things, and those of topics; then those of all areas; then those of all series. */
export async function listFeeds(
  list: FeedList,
  topics: readonly Topic[],
  store: Store,
): Promise<readonly FeedGroup[]> {
  const main = mainFeeds(topics);
  if (list === "main") return main;
  const areas = (await listAreas(store)).filter(({ series }) => series > 0);
  const withAreas = [...main, { title: "Tickmark: areas", subjects: areas.map(areaSubject) }];
  if (list === "areas") return withAreas;
  const series = await listSeries(store);
  return [...withAreas, { title: "Tickmark: series", subjects: series.map(seriesSubject) }];
}

/** The feeds that a page names. */
export function mainFeeds(topics: readonly Topic[]): readonly FeedGroup[] {
  return [
    { title: "Tickmark", subjects: mainSubjects },
    { title: "Tickmark: topics", subjects: topics.map(topicSubject) },
  ];
}

function entriesOfMain(path: string, sources: FeedSources): readonly PlannedEntry[] {
  const { entries, releases, store, loads } = sources;
  switch (path) {
    case "/feeds/articles":
      return entries;
    case "/feeds/everything":
      return [...entries, ...releaseEntries(releases, store, loads)];
    case "/feeds/corrections":
      return entries.filter(({ kind }) => kind === "correction");
    case "/feeds/releases":
      return releaseEntries(releases, store, loads);
    default:
      throw new Error(`Nothing is known of the feed ${path}`);
  }
}

function topicFeed(slug: string, { topics, entries }: FeedSources): PlannedFeed | null {
  const topic = topics.find((one) => one.slug === slug);
  if (topic === undefined) return null;
  return {
    subject: topicSubject(topic),
    entries: entries.filter(({ categories }) => categories.includes(topic.name)),
  };
}

async function areaFeed(
  slug: string,
  { store, releases, loads }: FeedSources,
): Promise<PlannedFeed | null> {
  const area = await findArea(store, slug);
  if (area === null) return null;
  const held = { area, releases: releases.map(({ release }) => release), loads };
  return { subject: areaSubject(area), entries: await areaEntries(held, store) };
}

async function seriesFeed(key: string, { store, loads }: FeedSources): Promise<PlannedFeed | null> {
  const series = couldBeKey(key) ? await findSeries(store, key) : null;
  if (series === null) return null;
  return { subject: seriesSubject(series), entries: await seriesEntries(series, store, loads) };
}
