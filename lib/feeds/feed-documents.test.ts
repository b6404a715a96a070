import { expect, test } from "vitest";
import { exampleEntry, examplePlace, exampleSubject } from "./example-feed.ts";
import { entriesInArchive, feedDocument, lastChange } from "./feed-documents.ts";
import { dawnOf } from "./feed-instant.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedDocument, PlannedEntry } from "./feed.ts";

/** So many entries, a day after the other. */
function entries(count: number): PlannedEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const instant = new Date(Date.UTC(2020, 0, 1 + index)).toISOString();
    return exampleEntry({ id: `tag:${index}`, published: instant, updated: instant });
  });
}

async function document(count: number, archive: number | null): Promise<FeedDocument | null> {
  return feedDocument({ subject: exampleSubject, entries: entries(count) }, archive);
}

/** The newest document and all that are reached from it, by the links that RFC 5005 gives them. */
async function follow(count: number): Promise<FeedDocument[]> {
  const found: FeedDocument[] = [];
  let archive: number | null = null;
  for (;;) {
    const one = await document(count, archive);
    if (one === null) throw new Error("A link leads nowhere");
    found.push(one);
    const older = feedLinks(one, examplePlace, "atom").find(({ rel }) => rel === "prev-archive");
    if (older === undefined) return found;
    archive = Number(new URL(older.href).searchParams.get("archive"));
  }
}

test.each([0, 1, entriesInArchive, 2 * entriesInArchive - 1, 2 * entriesInArchive, 1000])(
  "every one of %d entries is in one document, newest first",
  async (count) => {
    const ids = (await follow(count)).flatMap((one) => one.entries.map(({ id }) => id));
    expect(ids).toEqual(
      entries(count)
        .map(({ id }) => id)
        .reverse(),
    );
  },
);

test("an archive stays as it is while new entries come", async () => {
  const before = await document(1000, 3);
  const after = await document(1400, 3);
  expect(after?.entries).toEqual(before?.entries);
  expect(before?.entries).toHaveLength(entriesInArchive);
});

test("the document of a long feed is short", async () => {
  for (const count of [1000, 1019, 1020]) {
    const length = (await document(count, null))?.entries.length ?? 0;
    expect(length).toBeGreaterThanOrEqual(entriesInArchive);
    expect(length).toBeLessThan(2 * entriesInArchive);
  }
});

test.each([0, -1, 1.5, NaN, 49.5, 50, 1e9])("there is no archive %d", async (archive) => {
  expect(await document(1000, archive)).toBeNull();
});

test("entries of one day have an order that does not depend on the input", async () => {
  const same = ["b", "a", "c"].map((id) => exampleEntry({ id }));
  const one = await feedDocument({ subject: exampleSubject, entries: same }, null);
  const other = await feedDocument({ subject: exampleSubject, entries: same.toReversed() }, null);
  expect(other?.entries).toEqual(one?.entries);
});

test("entries of one day are in the order of their times, and a correction of a day stands above its article", async () => {
  const at = (id: string, published: string) => exampleEntry({ id, published, updated: published });
  const dawn = dawnOf("2020-01-01");
  const feed = [
    at("tag:article:a", dawn),
    at("tag:article:b", "2020-01-01T23:00:00.000Z"),
    { ...at("tag:correction:a", dawn), kind: "correction" as const },
    { ...at("tag:correction:b", "2020-01-01T22:59:59.000Z"), kind: "correction" as const },
  ];
  for (const entries of [feed, feed.toReversed()]) {
    const found = await feedDocument({ subject: exampleSubject, entries }, null);
    expect(found?.entries.map(({ id }) => id)).toEqual([
      "tag:article:b",
      "tag:correction:b",
      "tag:correction:a",
      "tag:article:a",
    ]);
  }
});

test("only what is asked for is written", async () => {
  let written = 0;
  const counted = entries(1000).map((entry) => ({
    ...entry,
    write: () => {
      written += 1;
      return { summary: "", html: "" };
    },
  }));
  await feedDocument({ subject: exampleSubject, entries: counted }, 2);
  expect(written).toBe(entriesInArchive);
});

test("the last change is that of any entry, and an empty feed has none", async () => {
  const old = exampleEntry({
    id: "old",
    published: dawnOf("2020-01-01"),
    updated: dawnOf("2026-12-01"),
  });
  const feed = { subject: exampleSubject, entries: [old, exampleEntry()] };
  const both = await feedDocument(feed, null);
  expect(both && lastChange(both)).toBe(dawnOf("2026-12-01"));
  expect(lastChange({ entries: [] })).toBeNull();
});

test("a hub is named in the document that readers subscribe to, and in no archive", async () => {
  const place = { ...examplePlace, hub: "https://hub.example/" };
  const hubs = [];
  for (const one of [await document(100, null), await document(100, 1)]) {
    hubs.push(one && feedLinks(one, place, "atom").filter(({ rel }) => rel === "hub").length);
  }
  expect(hubs).toEqual([1, 0]);
});

test("an old entry that changes is in the document that readers subscribe to", async () => {
  const all = entries(1000);
  const changed = all.map((entry, index) =>
    index === 3
      ? { ...entry, updated: dawnOf("2022-09-20") }
      : index === 5
        ? { ...entry, updated: dawnOf("2020-02-01") }
        : entry,
  );
  const before = await document(1000, null);
  const after = await feedDocument({ subject: exampleSubject, entries: changed }, null);
  const ids = (one: FeedDocument | null) => one?.entries.map(({ id }) => id) ?? [];
  expect(ids(after)).toEqual([...ids(before), "tag:3"]);
});
