import { expect, test } from "vitest";
import { exampleSeries } from "./example-series.ts";
import { createMemoryReader } from "./memory-reader.ts";
import { isVintageDate, type VintageDate } from "./observation.ts";
import { isPeriod, type Period } from "./period.ts";
import type { SeriesReader } from "./reader.ts";
import { wholeSeriesReader } from "./whole-series-reader.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}
const [february, june] = [day("2026-02-18"), day("2026-06-18")];

const table = createMemoryReader({
  series: [exampleSeries("mfh.holdings.japan"), exampleSeries("mfh.holdings.canada")],
  vintages: [
    {
      release: "mfh",
      date: february,
      figures: {
        "mfh.holdings.japan": { "2025-10": "1", "2025-11": "n.a.", "2025-12": "3" },
        "mfh.holdings.canada": { "2025-12": "4" },
      },
    },
    { release: "mfh", date: june, figures: { "mfh.holdings.japan": { "2025-12": "5" } } },
  ],
});
const keys = ["mfh.holdings.japan", "mfh.holdings.canada", "mfh.holdings.nowhere"];

/** A reader that notes each question for cells. */
function listening(): { asked: string[]; reader: SeriesReader } {
  const asked: string[] = [];
  const reader: SeriesReader = {
    ...table,
    read: (these, asOf, range) => {
      asked.push(`${these.join(" ")} ${asOf} ${range === undefined ? "whole" : "part"}`);
      return table.read(these, asOf, range);
    },
  };
  return { asked, reader };
}

test.each([
  undefined,
  { from: month("2025-11") },
  { to: month("2025-11") },
  { from: month("2025-11"), to: month("2025-11") },
])("answers as the reader it stands before: %j", async (range) => {
  const whole = wholeSeriesReader(table);
  for (const asOf of [february, june]) {
    expect(await whole.read(keys, asOf, range)).toEqual(await table.read(keys, asOf, range));
    expect(await whole.firstPrints(keys, asOf, range)).toEqual(
      await table.firstPrints(keys, asOf, range),
    );
  }
});

test("asks for each series once a day, new ones together", async () => {
  const { asked, reader } = listening();
  const whole = wholeSeriesReader(reader);
  await whole.read(["mfh.holdings.japan"], february, { from: month("2025-12") });
  await whole.read(keys, february, { to: month("2025-10") });
  await whole.read(keys, february);
  await whole.read(["mfh.holdings.japan"], june);
  expect(asked).toEqual([
    "mfh.holdings.japan 2026-02-18 whole",
    "mfh.holdings.canada mfh.holdings.nowhere 2026-02-18 whole",
    "mfh.holdings.japan 2026-06-18 whole",
  ]);
});

test("asks again after a failure", async () => {
  let failures = 1;
  const whole = wholeSeriesReader({
    ...table,
    read: (...args) => (failures-- > 0 ? Promise.reject(new Error("gone")) : table.read(...args)),
  });
  await expect(whole.read(keys, february)).rejects.toThrow("gone");
  expect((await whole.read(keys, february)).get("mfh.holdings.canada")).toHaveLength(1);
});
