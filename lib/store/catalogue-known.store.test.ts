import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isCatalogueKnown } from "./catalogue-known.ts";
import { loadSeed } from "./load-seed.ts";
import { createSeededTestStore, type TestStore } from "./test-store.ts";

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await createSeededTestStore();
  folder = await mkdtemp(path.join(os.tmpdir(), "known-"));
  await cp("content/catalogue", path.join(folder, "catalogue"), { recursive: true });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test("a store that says what the catalogue says is known, until the store or the catalogue changes", async () => {
  const known = { folder: path.join(folder, "known"), catalogue: path.join(folder, "catalogue") };
  const load = () => loadSeed(store.databaseUrl, "prisma/seed", known);
  const titleOf = async () => {
    const found = await store.pool.query<{ title: string }>("SELECT title FROM release ORDER BY 1");
    return found.rows[0]?.title;
  };
  const title = await titleOf();
  expect(await isCatalogueKnown(store, known)).toBe(false);
  await load();
  expect(await isCatalogueKnown(store, known)).toBe(true);
  await store.pool.query("UPDATE release SET title = 'A' WHERE title = $1", [title]);
  expect(await isCatalogueKnown(store, known)).toBe(false);
  await load();
  expect(await titleOf()).toBe(title);
  expect(await isCatalogueKnown(store, known)).toBe(true);
  await writeFile(path.join(known.catalogue, "new.yml"), "");
  expect(await isCatalogueKnown(store, known)).toBe(false);
});
