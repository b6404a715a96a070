import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import { madeMfhhis01 } from "#lib/sources/mfh/made-mfhhis01";
import { madeCatalogue, madePress, month } from "#lib/sources/press/made-press";
import { hashOf } from "#lib/sources/seed";
import { loadFile } from "./load-file.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listVintages } from "./vintage-rows.ts";

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.close());

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function catalogue(): Catalogue {
  const loaded = loadCatalogue();
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
  return loaded.value;
}

const good = madeMfhhis01(catalogue(), 2003, 1);

function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\r\n"));
}

function load(lines: readonly string[], released = "2026-02-18", retrieved: string | null = null) {
  return loadFile(store, catalogue(), bytesOf(lines), {
    name: "f.txt",
    released: day(released),
    retrieved,
    note: null,
  });
}

async function contents() {
  const [rows] = await store.prisma.$queryRaw<unknown[]>`
    SELECT (SELECT count(*)::int FROM observation) AS observations, (SELECT count(*)::int FROM vintage) AS vintages,
      (SELECT count(*)::int FROM snapshot) AS snapshots, (SELECT count(*)::int FROM series) AS series`;
  return rows;
}

test("a good file is loaded, and a second time changes nothing", async () => {
  const first = await load(good);
  expect(first).toMatchObject({ ok: true, release: "mfh", result: { outcome: "appended" } });
  const before = await contents();
  expect(await load(good)).toMatchObject({ ok: true, result: { outcome: "unchanged" } });
  expect(await contents()).toEqual(before);
});

describe("a bad file is refused with a line, and leaves the store as it was", () => {
  test.each<[string, (lines: string[]) => string[]]>([
    ["cut off", (lines) => lines.slice(0, lines.length / 2)],
    ["two lines swapped", (lines) => lines.with(11, lines[40] ?? "").with(40, lines[11] ?? "")],
    [
      "a figure that is not a number",
      (lines) => lines.with(9, (lines[9] ?? "").replace(/\t\d[\d.]*/, "\ttwelve")),
    ],
    [
      "an unknown country",
      (lines) => lines.with(9, (lines[9] ?? "").replace(/^[^\t]*/, "Atlantis")),
    ],
    ["an unknown file", () => ["Atlantis\t1"]],
    ["nothing", () => []],
  ])("%s", async (_, damage) => {
    await load(good);
    const before = await contents();
    const result = await load(damage(good), "2026-03-18");
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]?.at.line).toBeGreaterThan(0);
    expect(await contents()).toEqual(before);
  });
});

test("a day of release that the figures rule out is refused, because the store would keep it forever", async () => {
  const before = await contents();
  const result = await load(good, "2003-12-31");
  expect(!result.ok && result.problems).toMatchObject([{ kind: "released-too-early" }]);
  expect(await contents()).toEqual(before);
});

test("the store keeps the day on which a file was retrieved, and the load says what date the file states", async () => {
  expect(await load(good, "2026-06-18", "2026-07-01")).toMatchObject({ statedDate: "2026-05-18" });
  expect(await listVintages(store, "mfh")).toMatchObject([
    { date: "2026-06-18", snapshot: { retrieved: "2026-07-01", sha256: hashOf(bytesOf(good)) } },
  ]);
});

describe("a file that collects vintages", () => {
  const [first, last] = [month("2012-11"), month("2013-02")];
  const lines = [...madePress(first, last, 7), ""];

  function loadPress(released: string | null) {
    return loadFile(store, madeCatalogue(catalogue(), first, last), bytesOf(lines), {
      ...{ name: "lines.csv", retrieved: null, note: null },
      released: released === null ? null : day(released),
    });
  }

  test("is loaded as one vintage for each day that it says", async () => {
    const loaded = await loadPress(null);
    expect(loaded.ok && loaded.vintages.map(({ result }) => result.outcome)).toEqual(
      Array.from({ length: 4 }, () => "appended"),
    );
    const held = await listVintages(store, "press");
    expect(held.map(({ date }) => date)).toEqual(
      loaded.ok && loaded.vintages.map(({ date }) => date),
    );
    expect(new Set(held.map(({ snapshot }) => snapshot.sha256)).size).toBe(4);
    const again = await loadPress(null);
    expect(again.ok && again.vintages.every(({ result }) => result.outcome === "unchanged")).toBe(
      true,
    );
  });

  test("takes no other day", async () => {
    expect(await loadPress("2026-06-18")).toMatchObject({
      ok: false,
      problems: [{ kind: "two-release-days" }],
    });
    expect(await listVintages(store, "press")).toEqual([]);
  });
});

test("a file that does not say its day needs one", async () => {
  const origin = { name: "f.txt", released: null, retrieved: null, note: null };
  expect(await loadFile(store, catalogue(), bytesOf(good), origin)).toMatchObject({
    ok: false,
    problems: [{ kind: "no-release-day", at: { file: "f.txt" } }],
  });
});
