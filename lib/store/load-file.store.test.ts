import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import { madeMfhhis01 } from "#lib/sources/fixtures/made-mfhhis01";
import { loadFile } from "./load-file.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

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

function load(lines: readonly string[], released = "2026-02-18") {
  const bytes = new TextEncoder().encode(lines.join("\r\n"));
  return loadFile(store, catalogue(), bytes, {
    name: "f.txt",
    released: day(released),
    retrieved: null,
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
