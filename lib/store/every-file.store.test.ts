import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Decimal } from "#lib/series/decimal";
import type { Cell, VintageDate } from "#lib/series/observation";
import { day } from "./example-vintage.ts";
import { loadSeed } from "./load-seed.ts";
import { createReader } from "./reader.ts";
import { createSeededTestStore, type TestStore } from "./test-store.ts";
import { listVintages } from "./vintage-rows.ts";

// The whole seed in one store, against the Treasury's own files: each cell says where it stands, and must stand there. Files
// are read here in the plainest way, by no code of lib/sources. Without the files, which are never committed, the seed is
// loaded and its counts are checked.

const shared = "../shared/tic";
const held = existsSync(shared);
if (!held) console.log(`Skipped: the store against the Treasury's files; ${shared} is not there`);

let store: TestStore;
beforeAll(async () => {
  store = await createSeededTestStore();
});
afterAll(() => store.close());

/** Every cell of a release as known on a day. */
async function cellsOf(release: string, date: VintageDate): Promise<Cell[]> {
  const { rows } = await store.pool.query<{ key: string }>(
    "SELECT key FROM series WHERE release_slug = $1 ORDER BY key",
    [release],
  );
  const keys = rows.map(({ key }) => key);
  return [...(await createReader(store).read(keys, date)).values()].flat();
}

/** The fields of each line of a file, without quotes and commas. */
function fieldsOf(file: string): string[][] {
  const text = readFileSync(path.join(shared, file), "utf8");
  const separator = file.endsWith(".csv") ? "," : "\t";
  const field = new RegExp(`("[^"]*"|[^"${separator}]*)(?:${separator}|$)`, "g");
  return text
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(field)].map(([, one = ""]) => plain(one)));
}

function plain(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll(",", "").trim() : field.trim();
}

const figure = /^(-?\d+(\.\d+)?|n\.a\.)$/;

/** How many figures a file prints, counted by the shape of its lines alone. */
const figuresIn: Readonly<Record<string, (fields: readonly string[]) => number>> = {
  coded: ([, code = "", date = "", ...values]) =>
    /^\d{5}$/.test(code) && /^\d{4}-\d\d$/.test(date)
      ? values.filter((value) => figure.test(value)).length
      : 0,
  // The heading of a block has the year over each column.
  named: ([name = "", ...values]) =>
    name !== "" && name !== "Country" ? values.filter((value) => figure.test(value)).length : 0,
};

const files = [
  { release: "slt1", date: "2026-06-18", shape: "coded", file: "2026-06-18/slt_table1.txt" },
  { release: "slt2", date: "2026-06-18", shape: "coded", file: "2026-06-18/slt_table2.txt" },
  { release: "slt3", date: "2026-06-18", shape: "coded", file: "2026-06-18/slt_table3.txt" },
  { release: "slt5", date: "2026-06-18", shape: "named", file: "2026-06-18/slt_table5.txt" },
  { release: "s1", date: "2023-03-15", shape: "coded", file: "frozen/s1_globl.txt" },
  { release: "slt3d", date: "2023-03-15", shape: "coded", file: "frozen/slt3d_globl.csv" },
  { release: "mfh", date: "2026-02-18", shape: "named", file: "2026-02-18/mfhhis01.txt" },
  { release: "mfh", date: "2026-06-18", shape: "named", file: "2026-06-18/mfhhis01.txt" },
];

test.skipIf(!held).each(files)(
  "$release as of $date is $file, cell by cell and to the last digit",
  { timeout: 120_000 },
  async ({ release, date, shape, file }) => {
    const cells = await cellsOf(release, day(date));
    const known = new Map([[date, fieldsOf(file)]]);
    const wrong: string[] = [];
    for (const { key, period, value, line, column, knownFrom } of cells) {
      // What a vintage repeats stands in the file of the vintage that printed it first.
      const lines = known.get(knownFrom) ?? fieldsOf(fileOf(release, knownFrom));
      known.set(knownFrom, lines);
      const found = lines[(line ?? 0) - 1]?.[(column ?? 0) - 1];
      if (!samePrinted(found, value)) wrong.push(`${key} ${period}: ${value}, ${found}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    const printed = fieldsOf(file).reduce(
      (sum, fields) => sum + (figuresIn[shape]?.(fields) ?? 0),
      0,
    );
    expect(cells.length).toBe(printed);
  },
);

function fileOf(release: string, date: string): string {
  return files.find((one) => one.release === release && one.date === date)?.file ?? "";
}

/** `-0` is what rounding leaves behind. */
function samePrinted(found: string | undefined, value: string | null): boolean {
  if (found === undefined || !figure.test(found)) return false;
  if (value === null) return found === "n.a.";
  return found !== "n.a." && found.replace(/^-0(\.0+)?$/, "0$1") === value;
}

test.skipIf(!held)(
  "mfh as of its second vintage has every figure that the file prints, also those it did not change",
  async () => {
    const cells = await cellsOf("mfh", day("2026-06-18"));
    const lines = fieldsOf("2026-06-18/mfhhis01.txt");
    // The rows of a file keep their places between these two vintages.
    const wrong = cells.filter(({ line, column, value }) => {
      const found = lines[(line ?? 0) - 1]?.[(column ?? 0) - 1] ?? "";
      return value === null ? found !== "n.a." : !new Decimal(value).equals(found);
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  },
);

test.skipIf(!held)(
  "press as of each of 219 releases is what that release printed, cell by cell",
  { timeout: 300_000 },
  async () => {
    const byDate = new Map<string, Map<string, string>>();
    for (const fields of fieldsOf("press-releases/lines.csv").slice(1)) {
      const [date = "", , , column, period = "", line, value = ""] = fields;
      if (date === "") continue;
      const printed = byDate.get(date) ?? new Map<string, string>();
      byDate.set(date, printed);
      const section = column === "month" ? "" : `${column}.`;
      const at = `press.${section}line-${line} ${period}`;
      // The release of 2017-04-17 stands in the file twice, the same both times.
      expect(printed.get(at) ?? value, `${at} in ${date}`).toBe(value);
      printed.set(at, value);
    }
    const vintages = await listVintages(store, "press");
    expect(vintages.map(({ date }) => date)).toEqual([...byDate.keys()].sort());
    let compared = 0;
    for (const { date } of vintages) {
      const printed = byDate.get(date) ?? new Map<string, string>();
      const cells = new Map(
        (await cellsOf("press", date)).map(({ key, period, value }) => [`${key} ${period}`, value]),
      );
      for (const [at, value] of printed) {
        const known = cells.get(at);
        if (known === null || known === undefined || !new Decimal(known).equals(value)) {
          throw new Error(`${at} as of ${date}: expected ${value}, found ${known}`);
        }
        compared += 1;
      }
    }
    expect(compared).toBe(219 * 256);
  },
);

test("the seed holds so many vintages, and the violations that are known", async () => {
  const { rows } = await store.pool.query<{ release: string; vintages: string }>(
    "SELECT release_slug AS release, count(*) AS vintages FROM vintage GROUP BY 1 ORDER BY 1",
  );
  expect(rows.map(({ release, vintages }) => `${release} ${vintages}`)).toEqual([
    ...["mfh 2", "press 219", "s1 1", "slt1 1", "slt2 1", "slt3 1", "slt3d 1", "slt5 1"],
  ]);
  const { rows: broken } = await store.pool.query<{ text: string }>(
    `SELECT concat_ws(' ', series_key, period, found, expected) AS text FROM violation
     WHERE release_slug = 'press' AND vintage_date = '2023-04-17' ORDER BY source_line`,
  );
  expect(broken.map(({ text }) => text)).toContain("press.year.line-3 2021 592.0 148.7");
});

test("a seed that is held already is not read again, and nothing changes", async () => {
  const { loaded, unchanged } = await loadSeed(store.databaseUrl);
  expect(loaded).toEqual([]);
  expect(unchanged.length).toBe(files.length + 219);
});
