import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { numberOfMonth } from "./home-number.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const date = day("2026-06-18");
const total = "slt1.total.net.grand-total";
const stocks = "slt1.equities.net.grand-total";

function readerOf(figures: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const series = Object.keys(figures).map((key) =>
    exampleSeries(key, { multiplier: 6, kind: "flow" }),
  );
  return createMemoryReader({ series, vintages: [{ release: "slt1", date, figures }] });
}

test("the number is of the series whose newest month stands out for the longest time", async () => {
  const number = await numberOfMonth(
    readerOf({
      [total]: { "2026-01": "50000", "2026-02": "90000", "2026-03": "60000", "2026-04": "80000" },
      [stocks]: { "2026-01": "-900", "2026-02": "500", "2026-03": "700", "2026-04": "-1000" },
    }),
    date,
  );
  expect(number).toMatchObject({
    key: stocks,
    value: "\u2212$1.0 billion",
    period: "2026-04",
    standing: "the lowest on record",
    expression: `lowest_since(${stocks}, 2026-04)`,
  });
});

test("of two that stand out as long, the number is of the one listed first", async () => {
  const same = { "2026-02": "90000", "2026-03": "60000", "2026-04": "80000" };
  const number = await numberOfMonth(readerOf({ [stocks]: same, [total]: same }), date);
  expect(number).toMatchObject({ key: total, standing: "the highest since February 2026" });
});

test("one month alone is no record, and a store without the series has no number", async () => {
  expect(await numberOfMonth(readerOf({ [total]: { "2026-04": "1000" } }), date)).toBeNull();
  const none = createMemoryReader({ series: [], vintages: [] });
  expect(await numberOfMonth(none, date)).toBeNull();
});
