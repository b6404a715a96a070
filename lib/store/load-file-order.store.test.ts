import { afterEach, beforeEach, expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import { madeMfhhis01 } from "#lib/sources/mfh/made-mfhhis01";
import { loadFile } from "./load-file.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listVintages } from "./vintage-rows.ts";

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.close());

function catalogue(): Catalogue {
  const loaded = loadCatalogue();
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
  return loaded.value;
}

function load(seed: number, released: string) {
  if (!isVintageDate(released)) throw new TypeError(released);
  const bytes = new TextEncoder().encode(madeMfhhis01(catalogue(), 2003, seed).join("\r\n"));
  const origin = { name: "f.txt", released, retrieved: null, note: null };
  return loadFile(store, catalogue(), bytes, origin);
}

test("a catalogue that cannot be written fails a load before its vintage is held, not after", async () => {
  await load(1, "2026-02-18");
  await store.prisma.$executeRaw`
    INSERT INTO release (slug, title, publisher, url, licence) SELECT 'slt1', 'An old title', publisher, url, licence FROM release`;
  await store.prisma.$executeRaw`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`;
  await store.prisma.$executeRaw`
    CREATE TRIGGER refuse BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION refuse()`;
  await expect(load(2, "2026-03-18")).rejects.toThrow("no room");
  expect((await listVintages(store, "mfh")).map(({ date }) => date)).toEqual(["2026-02-18"]);
});

test("loads that come at the same time do not wait for each other for ever", async () => {
  await load(1, "2026-02-18");
  const days = ["2026-03-18", "2026-04-15", "2026-05-18", "2026-06-18"];
  const loads = await Promise.all(days.map((day, at) => load(at + 2, day)));
  expect(loads.map((one) => one.ok && one.result.outcome)).toEqual(days.map(() => "appended"));
});
