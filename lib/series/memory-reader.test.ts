import { expect, test } from "vitest";
import { exampleSeries } from "./example-series.ts";
import { createMemoryReader } from "./memory-reader.ts";
import { isVintageDate, type VintageDate } from "./observation.ts";
import { isPeriod, type Period } from "./period.ts";

const key = "mfh.holdings.japan";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(`Expected a date, found ${text}`);
  return text;
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(`Expected a period, found ${text}`);
  return text;
}

const reader = createMemoryReader({
  series: [key, "mfh.holdings.belgium", "mfh.holdings.grand-total", "slt1.total.net.japan"].map(
    (each) => exampleSeries(each),
  ),
  areas: { "grand-total": "total" },
  vintages: [
    {
      release: "mfh",
      date: day("2026-02-18"),
      figures: { [key]: { "2025-12": "1185.5", "2025-11": "1202.7", "2025-10": "n.a." } },
    },
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { [key]: { "2025-12": "1190.0", "2025-11": "withdrawn", "2026-01": "0" } },
    },
  ],
});

async function read(asOf: string, range?: { from?: Period; to?: Period }): Promise<string[]> {
  const cells = (await reader.read([key], day(asOf), range)).get(key) ?? [];
  return cells.map(({ period, value, knownFrom }) => `${period} ${value ?? "n.a."} ${knownFrom}`);
}

test("a read gives the last word on each period among the vintages up to the day, ascending", async () => {
  expect(await read("2026-06-17")).toEqual([
    "2025-10 n.a. 2026-02-18",
    "2025-11 1202.7 2026-02-18",
    "2025-12 1185.5 2026-02-18",
  ]);
  expect(await read("2026-06-18")).toEqual([
    "2025-10 n.a. 2026-02-18",
    "2025-12 1190.0 2026-06-18",
    "2026-01 0 2026-06-18",
  ]);
});

test("a day before the first vintage has no cells", async () => {
  expect(await read("2026-02-17")).toEqual([]);
});

test("both ends of a range are included", async () => {
  const range = { from: month("2025-12"), to: month("2025-12") };
  expect(await read("2026-06-18", range)).toEqual(["2025-12 1190.0 2026-06-18"]);
});

test("a key without cells has an empty list", async () => {
  const cells = await reader.read(["slt1.total.net.japan", "no.such"], day("2026-06-18"));
  expect([...cells]).toEqual([
    ["slt1.total.net.japan", []],
    ["no.such", []],
  ]);
});

test("peers are the countries of the same release, class and measure", async () => {
  const peers = await reader.peers("mfh.holdings.grand-total");
  expect(peers.map((series) => series.key)).toEqual([key, "mfh.holdings.belgium"]);
  expect(await reader.peers("no.such")).toEqual([]);
});

test("an unknown key has no series, and near ones", async () => {
  expect(await reader.describe("mfh.holdings.jpan")).toBeNull();
  expect(await reader.nearestKeys("mfh.holdings.jpan", 1)).toEqual([key]);
});

test("the vintages of a release are listed, oldest first", async () => {
  const vintages = await reader.vintages("mfh");
  expect(vintages.map(({ date }) => date)).toEqual(["2026-02-18", "2026-06-18"]);
});

test.each([
  [{ "no.such": { "2025-12": "1" } }, "no.such"],
  [{ [key]: { "2025-13": "1" } }, "2025-13"],
  [{ [key]: { "2025-12": "1,185.5" } }, "1,185.5"],
])("a table that is not well formed is thrown out", (figures, told) => {
  const vintages = [{ release: "mfh", date: day("2026-02-18"), figures }];
  expect(() => createMemoryReader({ series: [exampleSeries(key)], vintages })).toThrow(told);
});
