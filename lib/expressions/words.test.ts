import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { arbitraryTree } from "./arbitrary-tree.ts";
import { parseExpression } from "./parse.ts";
import { describeInWords } from "./words.ts";

const title = "Net purchases of U.S. equities by foreign residents: Japan";
const reader = createMemoryReader({
  series: [
    exampleSeries("slt1.equities.net.japan", { title }),
    exampleSeries("slt1.total.net.japan", {
      title: "Net purchases of U.S. securities by foreign residents: Japan",
    }),
    exampleSeries("press.12m.line-3", { title: "Net purchases, twelve months", window: 12 }),
    exampleSeries("press.year.line-3", {
      title: "Net purchases, calendar year",
      frequency: "annual",
    }),
    exampleSeries("mfh.holdings.japan", { title: "Holdings of Treasury securities: Japan" }),
    exampleSeries("mfh.holdings.china-mainland", {
      title: "Holdings of Treasury securities: China, Mainland",
    }),
  ],
  vintages: [],
});

test.each([
  [
    "sum(slt1.equities.net.japan, 2025)",
    `${title}, added up over the twelve months from January to December 2025`,
  ],
  [
    "sum(slt1.equities.net.japan, 2024-11..2025-02)",
    `${title}, added up over the four months from November 2024 to February 2025`,
  ],
  [
    "sum(slt1.equities.net.japan, 2020..2025)",
    `${title}, added up over the 72 months from January 2020 to December 2025`,
  ],
  [
    "mean(slt1.equities.net.japan, 2025-Q4)",
    `${title}, averaged over the three months from October to December 2025`,
  ],
  [
    "max(mfh.holdings.japan, 2025)",
    "Holdings of Treasury securities: Japan, the highest value of the twelve months from January to December 2025",
  ],
  [
    "at(mfh.holdings.japan, 2025-12)",
    "Holdings of Treasury securities: Japan, at the end of December 2025",
  ],
  [
    "sum(first_printed(slt1.equities.net.japan), 2025)",
    `“${title}” as first printed, added up over the twelve months from January to December 2025`,
  ],
  [
    "mean_distance(slt1.equities.net.japan, first_printed(slt1.equities.net.japan), 2025-Q4)",
    `${title}, how far it lies from its first print, averaged over the three months from October to December 2025`,
  ],
  [
    "mean_distance(mfh.holdings.japan, mfh.holdings.china-mainland, 2025)",
    "“Holdings of Treasury securities: Japan” and “Holdings of Treasury securities: China, Mainland”, how far they lie apart, averaged over the twelve months from January to December 2025",
  ],
  ["at(slt1.equities.net.japan, 2025-12)", `${title}, in December 2025`],
  ["at(press.12m.line-3, 2025-11)", "Net purchases, twelve months, through November 2025"],
  ["at(press.year.line-3, 2024)", "Net purchases, calendar year, in 2024"],
  [
    "sum(press.year.line-3, 2010..2020)",
    "Net purchases, calendar year, added up over the eleven years from 2010 to 2020",
  ],
  ["change(press.year.line-3, 2024)", "Net purchases, calendar year, the change from 2023 to 2024"],
  [
    "change(mfh.holdings.japan, 2025-12)",
    "Holdings of Treasury securities: Japan, the change from November to December 2025",
  ],
  [
    "change(mfh.holdings.japan, 2025-01)",
    "Holdings of Treasury securities: Japan, the change from December 2024 to January 2025",
  ],
  [
    "change(mfh.holdings.japan, 2025-12, 2024-12)",
    "Holdings of Treasury securities: Japan, the change from December 2024 to December 2025",
  ],
  [
    "pct_change(slt1.equities.net.japan, 2025)",
    `${title}, the change in percent from 2024 to 2025`,
  ],
  [
    "share(slt1.equities.net.japan, slt1.total.net.japan, 2025)",
    `“${title}” as a percentage of “Net purchases of U.S. securities by foreign residents: Japan”, both added up over the twelve months from January to December 2025`,
  ],
  [
    "share(mfh.holdings.japan, mfh.holdings.china-mainland, 2025-12)",
    "“Holdings of Treasury securities: Japan” as a percentage of “Holdings of Treasury securities: China, Mainland”, at the end of December 2025",
  ],
  [
    "rank(mfh.holdings.japan, 2025-12)",
    "Holdings of Treasury securities: Japan, its rank among countries at the end of December 2025 (1 is the largest)",
  ],
  [
    "lowest_since(mfh.holdings.china-mainland, 2025-12)",
    "Holdings of Treasury securities: China, Mainland, the last month before December 2025 when it was as low",
  ],
  [
    "lowest_since(mfh.holdings.china-mainland, 2025-12) <= 2008",
    "Holdings of Treasury securities: China, Mainland, the last month before December 2025 when it was as low, is not later than 2008",
  ],
  [
    "highest_since(mfh.holdings.japan, 2025-12) = none",
    "Holdings of Treasury securities: Japan, the last month before December 2025 when it was as high: there is none on record",
  ],
  [
    "highest_since(mfh.holdings.japan, 2025-12) != none",
    "Holdings of Treasury securities: Japan, the last month before December 2025 when it was as high: there is one on record",
  ],
  [
    "latest(mfh.holdings.japan)",
    "Holdings of Treasury securities: Japan, the newest month with a value",
  ],
  [
    "at(mfh.holdings.japan, 2025-12) > at(mfh.holdings.china-mainland, 2025-12)",
    "“Holdings of Treasury securities: Japan”, at the end of December 2025, is more than “Holdings of Treasury securities: China, Mainland”, at the end of December 2025",
  ],
  [
    "asOf(at(mfh.holdings.japan, 2025-12), 2026-02-18)",
    "Holdings of Treasury securities: Japan, at the end of December 2025, as known on February 18, 2026",
  ],
  [
    "change(mfh.holdings.japan, 2025-12) < 0",
    "Holdings of Treasury securities: Japan, the change from November to December 2025, is less than 0",
  ],
  [
    "abs(change(mfh.holdings.japan, 2025-12))",
    "The size of “Holdings of Treasury securities: Japan”, the change from November to December 2025, whatever its sign",
  ],
  [
    "sum(slt1.{equities,total}.net.japan, 2025-Q4)",
    `“${title}” and “Net purchases of U.S. securities by foreign residents: Japan” together, added up over the three months from October to December 2025`,
  ],
  [
    "at(slt1.{equities}.net.{japan,a,b,c,d,e,f}, 2025-12)",
    "7 series (slt1.{equities}.net.{japan,a,b,c,d,e,f}) together, in December 2025",
  ],
  [
    "at(quarterly(slt1.equities.net.japan), 2025-Q4)",
    `“${title}” by quarter, in the fourth quarter of 2025`,
  ],
  [
    "change(yearly(mfh.holdings.japan), 2025)",
    "“Holdings of Treasury securities: Japan” at the end of each year, the change from 2024 to 2025",
  ],
  [
    "compound_growth(mfh.holdings.japan, 2025-12, 2020-12)",
    "Holdings of Treasury securities: Japan, the compound growth from December 2020 to December 2025, in percent a year",
  ],
  [
    "contribution(slt1.equities.net.japan, slt1.total.net.japan, 2025)",
    `“${title}”, the change from 2024 to 2025, as a percentage of what “Net purchases of U.S. securities by foreign residents: Japan” was before: its contribution to the growth of the whole`,
  ],
  [
    "rank(mfh.holdings.japan, 2025-12, lowest)",
    "Holdings of Treasury securities: Japan, its rank among countries at the end of December 2025 (1 is the smallest)",
  ],
  [
    "rank(slt1.equities.net.japan, 2025-12, slt1.{total}.net.japan)",
    `“${title}”, its rank beside “Net purchases of U.S. securities by foreign residents: Japan” in December 2025 (1 is the largest)`,
  ],
  [
    "record_rank(mfh.holdings.japan, 2025-12)",
    "Holdings of Treasury securities: Japan, its place among all months on record up to December 2025 (1 is the highest)",
  ],
  [
    "record_rank(press.year.line-3, 2024, lowest) = 1",
    "Net purchases, calendar year, its place among all years on record up to 2024 (1 is the lowest), equals 1",
  ],
  [
    "run(falling, mfh.holdings.japan, 2025-12)",
    "Holdings of Treasury securities: Japan, the number of months in a row, the last of them December 2025, in which it fell",
  ],
  [
    "count(negative, slt1.equities.net.japan, 2025)",
    `${title}, the number of months in which it was below zero, out of the twelve months from January to December 2025`,
  ],
  [
    "first(mfh.holdings.japan)",
    "Holdings of Treasury securities: Japan, the oldest month with a value",
  ],
  ["($5 billion + $1 billion) / 2", "($5 billion plus $1 billion) divided by 2"],
  ["-5% < 0 and 2 > 1", "Minus 5 percent is less than 0, and 2 is more than 1"],
  ["at(no.such.key, 2025-12)", "no.such.key, in December 2025"],
])("%s", async (text, words) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  expect(await describeInWords(parsed.tree, reader)).toBe(words);
});

test("any tree has words, sensible or not, even before the first year that can be written", async () => {
  const parsed = parseExpression("change(mfh.holdings.japan, 1000-01)");
  if (parsed.ok) expect(await describeInWords(parsed.tree, reader)).toContain("just before");
  await fc.assert(
    fc.asyncProperty(arbitraryTree, async (tree) => {
      expect(await describeInWords(tree, reader)).not.toMatch(/undefined|null|NaN/);
    }),
  );
});
