import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlannedFeed } from "#lib/feeds/feed";
import { feedDocument } from "#lib/feeds/feed-documents";
import { areaSubject, mainSubjects, seriesSubject, topicSubject } from "#lib/feeds/subjects";
import type { Cell } from "#lib/series/observation";
import { listAreas } from "#lib/store/area-rows";
import { loadTimes } from "#lib/store/load-times";
import { createReader } from "#lib/store/reader";
import { revisionsOf } from "#lib/store/revisions-of";
import { listSeries } from "#lib/store/series-rows";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { chartFile } from "./chart-file.ts";
import { planArea } from "./feed-areas.ts";
import { releaseEntries } from "./feed-releases.ts";
import { planSeries } from "./feed-series.ts";
import { openSite, type Site } from "./site.ts";
import { listTopics } from "./topic-page.ts";

/** So many series are read at once. */
const together = 400;

let store: TestStore;
let site: Site;
beforeAll(async () => {
  store = await createSeededTestStore();
  site = await openSite(store, { now: new Date("2026-11-24T12:00:00Z") });
});
afterAll(() => store.close());

/** Every feed but those that have entries of others only, as it is planned, with fewer questions to the store. */
async function* allFeeds(): AsyncGenerator<PlannedFeed> {
  const loads = await loadTimes(store);
  const undrawn: unknown[] = [];
  const entries = site.feedEntries((_, error) => undrawn.push(error));
  for (const topic of listTopics(site)) {
    const own = entries.filter(({ categories }) => categories.includes(topic.name));
    yield { subject: topicSubject(topic), entries: own };
  }
  for (const subject of mainSubjects)
    yield { subject, entries: subject.path === "/feeds/articles" ? entries : [] };
  const [first] = mainSubjects;
  if (first) yield { subject: first, entries: releaseEntries(site.releases, store, loads) };
  const releases = site.releases.map(({ release }) => release);
  const series = await listSeries(store);
  const histories = new Map<string, readonly Cell[]>();
  for (let from = 0; from < series.length; from += together) {
    const keys = series.slice(from, from + together).map(({ key }) => key);
    for (const [key, history] of await revisionsOf(store, keys)) histories.set(key, history);
  }
  const historyOf = (key: string) => histories.get(key) ?? [];
  for (const one of series)
    yield { subject: seriesSubject(one), entries: planSeries(one, historyOf(one.key), loads) };
  for (const area of await listAreas(store)) {
    const own = series
      .filter((one) => one.area === area.slug)
      .map((one) => ({ series: one, history: historyOf(one.key) }));
    yield { subject: areaSubject(area), entries: planArea({ area, releases, loads }, own) };
  }
  expect(undrawn).toEqual([]);
}

/**
 * The addresses of the site that feeds name, each once, with a feed that names it: the pages of all entries, and what the documents
 * link to and show that readers subscribe to.
 */
async function addressesIn(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const feed of allFeeds()) {
    const { path, page } = feed.subject;
    // What is written of a series leads to the page of the entry, and that is looked at for all.
    const written = path.startsWith("/feeds/series/") ? feed.entries.slice(0, 1) : feed.entries;
    const document = await feedDocument({ ...feed, entries: written }, null);
    const linked = (document?.entries ?? []).flatMap(({ html }) =>
      [...html.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].map(([, address = ""]) => address),
    );
    for (const address of [page, ...feed.entries.map((entry) => entry.path), ...linked])
      found.set(address.replaceAll("&#x26;", "&"), path);
  }
  return found;
}

/** Whether the site has an answer to an address of each kind, by the rules that its pages ask. */
async function rules(): Promise<readonly (readonly [RegExp, (parts: string[]) => unknown])[]> {
  const reader = createReader(store);
  const keys = new Map((await listSeries(store)).map(({ key, release }) => [key, release]));
  const areas = new Set((await listAreas(store)).map(({ slug }) => slug));
  const held = new Set(
    site.releases.flatMap(({ vintages }) => vintages.map((one) => `${one.release} ${one.date}`)),
  );
  const slugs = new Set(site.articles().map(({ slug }) => slug));
  const asOf = (key: string, day: string) => held.has(`${keys.get(key)} ${day}`);
  const topics = new Set(listTopics(site).map(({ slug }) => slug));
  return [
    [/^\/(?:corrections|releases)?$/, () => true],
    [/^\/topics\/([^/?]+)$/, ([slug = ""]) => topics.has(slug)],
    [
      /^\/data\/([^/?]+)(?:\?asOf=(\S+))?$/,
      ([key = "", day]) => (day === undefined ? keys.has(key) : asOf(key, day)),
    ],
    [/^\/releases\/([^/?]+)\/([^/?]+)$/, ([slug, day]) => held.has(`${slug} ${day}`)],
    [/^\/areas\/([^/?]+)$/, ([slug = ""]) => areas.has(slug)],
    [/^\/articles\/([^/?]+)(?:#[\w-]+)?$/, ([slug = ""]) => slugs.has(slug)],
    [
      /^\/articles\/([^/?]+)\/claims\/([^/?]+)$/,
      ([slug = "", id = ""]) => site.claimIds(slug).includes(id),
    ],
    [
      /^\/charts\/([^/?]+\.png)\?(\S+)$/,
      async ([file = "", query]) => {
        const asked = new URLSearchParams(query);
        asked.delete("bytes");
        return (await chartFile(file, asked, reader)).ok;
      },
    ],
  ];
}

test("every page, link and picture that any feed names is one of the site", async () => {
  const addresses = await addressesIn();
  const known = await rules();
  const dead: string[] = [];
  for (const [address, id] of addresses) {
    const [match, rule] =
      known
        .map(([form, has]) => [form.exec(address), has] as const)
        .find(([found]) => found !== null) ?? [];
    if (!match || !(await rule?.(match.slice(1)))) dead.push(`${address} in ${id}`);
  }
  expect(dead).toEqual([]);
  expect(addresses.size).toBeGreaterThan(20_000);
}, 120_000);
