import { afterAll, beforeAll, expect, test } from "vitest";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { contentMark } from "./content-mark.ts";
import { openSite, siteHolds, storeHolds } from "./site.ts";

let store: TestStore;
beforeAll(async () => {
  store = await createSeededTestStore();
});
afterAll(() => store.close());

// The cache of pages compares the two: were they to differ, every page would be made again for every reader.
test("a site says of itself what the store says that it holds", async () => {
  const site = await openSite(store);
  expect(site.holds).toMatch(/^[0-9a-f]{16}$/);
  const held = await storeHolds(store);
  expect(siteHolds(held, await contentMark())).toBe(site.holds);
  expect(siteHolds(held, "other content")).not.toBe(site.holds);
});

test("a mended title makes what was made before stale, without a vintage", async () => {
  const before = await storeHolds(store);
  await store.pool.query("UPDATE release SET title = title || '.' WHERE slug = 'mfh'");
  expect(await storeHolds(store)).not.toBe(before);
});
