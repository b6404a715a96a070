import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod, monthsOf, periodsBetween } from "#lib/series/period";
import { yearlyNetPurchases } from "./area-history.ts";

const date = "2023-03-15";

function year(name: string, value: string): Record<string, string> {
  if (!isPeriod(name)) throw new TypeError(name);
  const { first, last } = monthsOf(name);
  return Object.fromEntries(periodsBetween(first, last).map((month) => [month, value]));
}

async function history(figures: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  if (!isVintageDate(date)) throw new TypeError(date);
  const series = Object.keys(figures).map((key) =>
    exampleSeries(key, { multiplier: 6, measure: key.split(".")[2] ?? "" }),
  );
  const reader = createMemoryReader({ series, vintages: [{ release: "s1", date, figures }] });
  return yearlyNetPurchases(series, "Japan", reader);
}

test("a year is the purchases less the sales of all classes, and foreign securities are not among them", async () => {
  const chart = await history({
    "s1.treasuries.purchases.japan": { ...year("2020", "5000"), ...year("2021", "5000") },
    "s1.treasuries.sales.japan": { ...year("2020", "2000"), ...year("2021", "6000") },
    "s1.equities.purchases.japan": { ...year("2020", "100"), ...year("2021", "100") },
    "s1.equities.sales.japan": { ...year("2020", "0"), ...year("2021", "0") },
    "s1.foreign-bonds.purchases.japan": { ...year("2020", "9999"), ...year("2021", "9999") },
  });
  expect(chart?.plotted.positions).toEqual(["2020", "2021"]);
  expect(chart?.plotted.series[0]?.texts).toEqual(["37.2", "\u221210.8"]);
  expect(chart?.keys).toHaveLength(4);
});

test("a year in which a month is missing is left out, and a gap between years is a gap", async () => {
  const purchases = { ...year("2019", "1000"), ...year("2020", "1000"), ...year("2021", "1000") };
  delete purchases["2020-07"];
  const chart = await history({
    "s1.treasuries.purchases.japan": purchases,
    "s1.treasuries.sales.japan": {
      ...year("2019", "0"),
      ...year("2020", "0"),
      ...year("2021", "0"),
      ...year("2022", "0"),
    },
  });
  expect(chart?.plotted.positions).toEqual(["2019", "2020", "2021"]);
  expect(chart?.plotted.series[0]?.values).toEqual(["12", null, "12"]);
});

test("an area that the old table does not name has no history", async () => {
  expect(await history({ "slt1.total.net.japan": year("2024", "1") })).toBeNull();
});
