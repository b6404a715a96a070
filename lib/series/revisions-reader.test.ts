import { expect, test } from "vitest";
import { exampleSeries } from "./example-series.ts";
import { createMemoryReader } from "./memory-reader.ts";
import {
  isVintageDate,
  type Cell,
  type ObservationStatus,
  type VintageDate,
} from "./observation.ts";
import { isPeriod, type Period } from "./period.ts";
import { revisionsReader } from "./revisions-reader.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}
const [february, may, june] = [day("2026-02-18"), day("2026-05-18"), day("2026-06-18")];
const [japan, canada] = ["mfh.holdings.japan", "mfh.holdings.canada"];

const table = createMemoryReader({
  series: [exampleSeries(japan), exampleSeries(canada)],
  vintages: [
    {
      release: "mfh",
      date: february,
      figures: {
        [japan]: { "2025-10": "1", "2025-11": "n.a.", "2025-12": "3" },
        [canada]: { "2025-12": "4" },
      },
    },
    {
      release: "mfh",
      date: june,
      figures: { [japan]: { "2025-10": "withdrawn", "2025-12": "5" } },
    },
  ],
});

function cell(key: string, period: string, knownFrom: VintageDate, value: string | null): Cell {
  const status: ObservationStatus = value === null ? "missing" : "normal";
  return { key, period: month(period), value, status, knownFrom, line: null, column: null };
}
const revisions = new Map<string, readonly Cell[]>([
  [
    japan,
    [
      cell(japan, "2025-10", february, "1"),
      { ...cell(japan, "2025-10", june, null), status: "withdrawn" },
      cell(japan, "2025-11", february, null),
      cell(japan, "2025-12", february, "3"),
      cell(japan, "2025-12", june, "5"),
    ],
  ],
  [canada, [cell(canada, "2025-12", february, "4")]],
]);

const ranges = [undefined, { from: month("2025-11") }, { to: month("2025-11") }];
test.each(ranges)("what is known on a day is what the reader says, within %o", async (range) => {
  const reader = revisionsReader(table, () => Promise.resolve(revisions));
  const keys = [japan, canada, "mfh.holdings.nowhere"];
  for (const asOf of [day("2026-01-01"), february, may, june]) {
    const [found, expected] = [
      await reader.read(keys, asOf, range),
      await table.read(keys, asOf, range),
    ];
    const valuesOf = (cells: ReadonlyMap<string, readonly Cell[]>) =>
      keys.map((key) => cells.get(key)?.map(({ period, value }) => [period, value]));
    expect(valuesOf(found)).toEqual(valuesOf(expected));
  }
});

test("a series is asked for once, and with all that are asked for at the same time", async () => {
  const asked: string[] = [];
  const reader = revisionsReader(table, (keys) => {
    asked.push(keys.join(" "));
    return Promise.resolve(revisions);
  });
  await Promise.all([
    reader.read([japan], february),
    reader.read([japan], june),
    reader.read([canada], june),
  ]);
  await reader.read([japan, canada], may);
  expect(asked).toEqual([`${japan} ${canada}`]);
});

test("a failure is told and not kept", async () => {
  let isDown = true;
  const reader = revisionsReader(table, () =>
    isDown ? Promise.reject(new Error("no store")) : Promise.resolve(revisions),
  );
  await expect(reader.read([japan], june)).rejects.toThrow("no store");
  isDown = false;
  expect((await reader.read([japan], june)).get(japan)).toHaveLength(2);
});
