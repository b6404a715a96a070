import { expect, test } from "vitest";
import {
  kindsOf,
  lineOf,
  parseCut,
  parseLines,
  placesOf,
  swapped,
  violationsOf,
  withField,
  withLine,
} from "../fixtures/damage.ts";
import { globlCatalogue } from "../globl/made-globl.ts";
import { madeS1 } from "./made-s1.ts";

const catalogue = globlCatalogue();
const lines = madeS1(catalogue, 7);
const japan = lineOf(lines, "Japan");
const russia = lineOf(lines, "Russia");
const total = lineOf(lines, "Grand Total");

function cellsOf(key: string) {
  const result = parseLines(lines, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.cells.filter((cell) => cell.key === key);
}

test("a whole file gives every figure with its key, month and place, without commas", () => {
  const cells = cellsOf("s1.foreign-bonds.sales.japan");
  expect(cells.map(({ period }) => period)).toEqual([
    "2000-10",
    "2000-11",
    "2000-12",
    "2001-01",
    "2001-02",
    "2001-03",
  ]);
  const printed = lines[japan - 1]?.split("\t")[13]?.replace(/[",]/g, "");
  expect(cells.at(-1)).toEqual({
    key: "s1.foreign-bonds.sales.japan",
    period: "2001-03",
    value: printed,
    status: "normal",
    line: japan,
    column: 14,
  });
});

test("an area has the months it is known to have, with gaps", () => {
  expect(cellsOf("s1.equities.purchases.russia").map(({ period }) => period)).toEqual([
    "2000-10",
    "2000-12",
    "2001-01",
    "2001-03",
  ]);
});

test("a figure printed in quotes without need is the same figure", () => {
  const quoted = withField(lines, japan, 2, '"42609"');
  expect(parseLines(quoted, catalogue)).toEqual(parseLines(lines, catalogue));
});

test("a file that ends a month earlier is a whole, older one", () => {
  const older = lines.filter((line) => !/^[^\t]+\t\d{5}\t2001-03\t/.test(line));
  expect(kindsOf(parseLines(older, catalogue))).toEqual([]);
});

test.each([
  ["another unit", 2, 7, "All amounts in billions of dollars.", "wrong-unit 2:7"],
  [
    "purchases that stand over the sales",
    5,
    11,
    "Gross purchases by foreigners",
    "wrong-heading 5:11",
  ],
  ["two columns the other way round", 18, 4, "[2]", "wrong-heading 18:4"],
  ["a rule that is not there", 8, 6, "", "wrong-heading 8:6"],
  ["another table", 1, 4, "U.S. Transactions in Short-term Securities", "unknown-file 1:1"],
])("%s is refused", (_, line, column, text, place) => {
  expect(placesOf(parseLines(withField(lines, line, column, text), catalogue))).toEqual([place]);
});

test.each(["1480", '"14,80"', '"1,480.0"', "-5", "n.a.", "", "*", '"1,480"x'])(
  "the figure %s is refused",
  (text) => {
    const [place] = placesOf(parseLines(withField(lines, japan, 8, text), catalogue));
    expect(place).toMatch(new RegExp(`^(not-a-number|bad-quoting) ${japan}:8$`));
  },
);

test("a figure whose comma is read as the end of a field is refused", () => {
  const joined = withField(lines, japan, 8, '"1,480\t12');
  expect(placesOf(parseLines(joined, catalogue))).toEqual([`bad-quoting ${japan}:8`]);
});

test.each(["2001-04", "1999-12", "2001-13", "2001", "01/2001", ""])(
  "%j is not a month of this file",
  (text) => {
    const places = placesOf(parseLines(withField(lines, japan, 3, text), catalogue));
    expect(places).toEqual([`wrong-date ${japan}:3`]);
  },
);

test.each([
  ["code", 2, "42608", "unknown-area"],
  ["name", 1, "Japann", "code-and-name-disagree"],
])("a changed %s is one problem, wherever in its area the line stands", (_, column, text, kind) => {
  for (const line of [japan, japan + 2, japan + 5, russia + 1, total + 5]) {
    const damaged = withField(lines, line, column, text);
    expect(placesOf(parseLines(damaged, catalogue))).toEqual([`${kind} ${line}:2`]);
  }
});

test("a month that an area is known not to have is refused", () => {
  const damaged = withField(lines, russia + 1, 3, "2001-02");
  expect(placesOf(parseLines(damaged, catalogue))).toContain(`unexpected-month ${russia + 1}:3`);
});

test("a lost line is refused, beside a gap too", () => {
  for (const line of [japan + 1, russia + 1, russia + 2]) {
    expect(placesOf(parseLines(lines.toSpliced(line - 1, 1), catalogue))).toEqual([
      `rows-out-of-order ${line}:3`,
    ]);
  }
  expect(kindsOf(parseLines(lines.toSpliced(japan - 1, 1), catalogue))).toEqual(["area-cut-short"]);
  expect(kindsOf(parseLines(lines.toSpliced(russia + 2, 1), catalogue))).toEqual([
    "area-cut-short",
  ]);
});

test("all lines of an area lost are refused", () => {
  const without = lines.filter((line) => !line.startsWith("Luxembourg"));
  expect(kindsOf(parseLines(without, catalogue))).toEqual(["missing-area"]);
});

test("the same line twice is refused with the line of the first", () => {
  const result = parseLines(lines.toSpliced(japan, 0, lines[japan - 1] ?? ""), catalogue);
  expect(placesOf(result)).toEqual([`same-row-twice ${japan + 1}:3`]);
  expect(result.ok ? "" : result.problems[0]?.message).toContain(`first in line ${japan}`);
});

test("two months the wrong way round, and an area in two places, are refused", () => {
  expect(kindsOf(parseLines(swapped(lines, japan, japan + 1), catalogue))).toContain(
    "rows-out-of-order",
  );
  const moved = lines.toSpliced(japan, 1).toSpliced(total - 2, 0, lines[japan] ?? "");
  expect(kindsOf(parseLines(moved, catalogue))).toContain("rows-out-of-order");
});

test("a file without its last line break is cut, as its last figure may be", () => {
  const cut = lines.slice(0, -1);
  expect(placesOf(parseCut(cut, catalogue))).toEqual([`cut-file ${cut.length}:1`]);
});

test("a blank line is refused, among the figures and below them", () => {
  expect(kindsOf(parseLines(withLine(lines, japan + 1, ""), catalogue))).toEqual([
    "wrong-field-count",
  ]);
  expect(kindsOf(parseLines([...lines, ""], catalogue))).toEqual(["wrong-field-count"]);
});

test("a changed figure of a total is a violation at its place", () => {
  const damaged = withField(lines, total, 4, "1");
  expect(violationsOf(parseLines(damaged, catalogue))).toEqual([
    `Grand Total = All Countries + Total IROs ${total}:4`,
  ]);
});

test("regions add up to all countries, before and after Latin America is printed in two", () => {
  const asia = lineOf(lines, "Total Asia");
  const changed = [asia, asia + 5].reduce<string[]>(
    (damaged, line) => withField(damaged, line, 5, "1"),
    [...lines],
  );
  const found = violationsOf(parseLines(changed, catalogue));
  expect(found.map((text) => text.includes("Total Caribbean"))).toEqual([false, true]);
});

test("a file of endless wrong lines is not read to its end", () => {
  const [line = ""] = lines.slice(japan - 1);
  const endless = lines.toSpliced(japan, 0, ...Array.from({ length: 5000 }, () => line));
  expect(kindsOf(parseLines(endless, catalogue))).toHaveLength(1000);
});
