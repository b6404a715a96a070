import { expect, test } from "vitest";
import { isPeriod } from "#lib/series/period";
import {
  kindsOf,
  lineOf,
  parseLines,
  placesOf,
  swapped,
  violationsOf,
  withField,
  withLine,
} from "../fixtures/damage.ts";
import { wholeCatalogue } from "../fixtures/small-catalogue.ts";
import { madeSlt5 } from "./made-slt5.ts";

const catalogue = wholeCatalogue();
const newest = "2026-04";
if (!isPeriod(newest)) throw new Error(newest);
const lines = madeSlt5(catalogue, newest, 5);
const total = lineOf(lines, "Grand Total");
/** The first named area. */
const first = 7;

test("a whole file gives thirteen months of twenty areas, the totals and the official rows", () => {
  const result = parseLines(lines, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { release, series, cells } = result.value;
  expect([release, series.length, cells.length]).toEqual(["slt5", 25, 25 * 13]);
  const ofTotal = cells.filter(({ key }) => key === "slt5.holdings.grand-total");
  expect([ofTotal[0]?.period, ofTotal.at(-1)?.period]).toEqual(["2025-04", "2026-04"]);
  expect(ofTotal.at(-1)).toMatchObject({
    value: lines[total - 1]?.split("\t")[1],
    line: total,
    column: 2,
  });
  const bills = series.find(({ key }) => key === "slt5.bills.foreign-official");
  expect(bills).toMatchObject({
    title: "Holdings of U.S. Treasury bills by foreign residents: Foreign official",
    kind: "stock",
    multiplier: 9,
    source: { row: "Of Which: Foreign Official Treasury Bills", code: null },
  });
});

test("a country that Table 5 has not named yet is known by its name in Table 3", () => {
  expect(placesOf(parseLines(withField(lines, first, 1, "Iceland"), catalogue))).toEqual([
    `unknown-area ${first}:1`,
  ]);
  expect(catalogue.areas.find(({ slug }) => slug === "poland")?.names["slt5"]).toBeUndefined();
  const renamed = parseLines(withField(lines, first, 1, "Poland"), catalogue);
  if (!renamed.ok) throw new Error(JSON.stringify(renamed.problems));
  expect(renamed.value.series.map(({ key }) => key)).toContain("slt5.holdings.poland");
});

test.each([
  ["another unit", 3, 1, "Millions of dollars", "wrong-unit 3:1"],
  ["another subject", 2, 1, "Net purchases", "wrong-title 2:1"],
  ["another link", 4, 1, "Link: https://example.org/slt_table3.txt", "wrong-link 4:1"],
  ["a month in the wrong place", 6, 4, "2026-03", "wrong-month 6:4"],
  ["a quarter for a month", 6, 2, "2026-Q1", "wrong-month 6:2"],
  ["a figure with a comma", first, 3, "1,202.7", `not-a-number ${first}:3`],
  ["a figure to 0.01", first, 3, "1202.75", `not-a-number ${first}:3`],
  ["a total that is not available", total, 3, "n.a.", `missing-grand-total ${total}:3`],
])("%s is refused", (_, line, column, text, place) => {
  expect(placesOf(parseLines(withField(lines, line, column, text), catalogue))).toEqual([place]);
});

test("fewer or more than twenty areas are refused", () => {
  expect(kindsOf(parseLines(lines.toSpliced(first - 1, 1), catalogue))).toContain("missing-row");
  expect(
    kindsOf(parseLines(lines.toSpliced(first, 0, lines[first - 1] ?? ""), catalogue)),
  ).toContain("missing-row");
});

test("two areas the wrong way round are refused", () => {
  expect(kindsOf(parseLines(swapped(lines, first, first + 1), catalogue))).toEqual([
    "rows-out-of-order",
  ]);
});

test("a column of months too few is refused", () => {
  const narrow = lines.map((line) => line.split("\t").slice(0, 13).join("\t"));
  expect(new Set(kindsOf(parseLines(narrow, catalogue)))).toContain("wrong-field-count");
});

test("a file without its notes, or with its last line cut, is refused", () => {
  expect(kindsOf(parseLines(lines.slice(0, total + 3), catalogue))).toEqual(["missing-notes"]);
  expect(kindsOf(parseLines(lines.slice(0, -1), catalogue))).toEqual(["missing-notes"]);
  const cut = withLine(lines, lines.length, `and on TIC${"\t".repeat(13)}`);
  expect(kindsOf(parseLines(cut, catalogue))).toEqual(["missing-notes"]);
});

test("the areas named and All Other may differ from Grand Total by 0.5, and not by 0.6", () => {
  const printed = Number(lines[total - 1]?.split("\t")[4]);
  const shifted = (by: number) =>
    parseLines(withField(lines, total, 5, (printed + by).toFixed(1)), catalogue);
  expect(violationsOf(shifted(0.5))).toEqual([]);
  expect(violationsOf(shifted(0.6))).toEqual([
    `Grand Total = the areas named + All Other ${total}:5`,
  ]);
});

test("official holdings are the sum of bills and bonds within 0.1", () => {
  const at = total + 1;
  const printed = Number(lines[at - 1]?.split("\t")[1]);
  const shifted = (by: number) =>
    parseLines(withField(lines, at, 2, (printed + by).toFixed(1)), catalogue);
  expect(violationsOf(shifted(0.1))).toEqual([]);
  expect(violationsOf(shifted(-0.2))).toEqual([
    `Foreign Official = Treasury Bills + T-Bonds & Notes ${at}:2`,
  ]);
});
