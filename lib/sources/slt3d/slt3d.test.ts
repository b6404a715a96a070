import { expect, test } from "vitest";
import {
  kindsOf,
  lineOf,
  parseLines,
  placesOf,
  swapped,
  violationsOf,
  withLine,
} from "../fixtures/damage.ts";
import { globlCatalogue } from "../globl/made-globl.ts";
import { madeSlt3d } from "./made-slt3d.ts";

const catalogue = globlCatalogue();
const lines = madeSlt3d(catalogue, 7);
const japan = lineOf(lines, '"Japan"');
const canada = lineOf(lines, '"Canada"');
const total = lineOf(lines, '"Grand Total"');

/** The lines with the figures of one replaced. */
function withFigures(line: number, figures: string): string[] {
  const [name, code, month] = (lines[line - 1] ?? "").split(",");
  return withLine(lines, line, [name, code, month, figures].join(","));
}

function cellsOf(key: string) {
  const result = parseLines(lines, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.cells.filter((cell) => cell.key === key);
}

test("a whole file gives every figure, from September on and without the month after", () => {
  expect(cellsOf("slt3d.long-term.holdings.canada").map(({ period }) => period)).toEqual([
    "2013-09",
    "2013-11",
    "2013-12",
    "2014-01",
    "2014-02",
  ]);
  const result = parseLines(withFigures(canada, '"1,480",480,"1,000"'), catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const cells = result.value.cells.filter(({ line }) => line === canada);
  expect(cells.map(({ key, value, column }) => [key, value, column])).toEqual([
    ["slt3d.long-term.holdings.canada", "480", 5],
    ["slt3d.short-term.holdings.canada", "1000", 6],
    ["slt3d.total.holdings.canada", "1480", 4],
  ]);
});

test("n.a. is a missing observation, not zero", () => {
  const [newest, , oldest] = cellsOf("slt3d.short-term.holdings.japan").reverse();
  expect(newest).toMatchObject({ period: "2014-02", value: null, status: "missing" });
  expect(oldest?.status).toBe("normal");
});

test("a total that is missing while its parts are published is refused, and the other way round", () => {
  for (const figures of ['"n.a.",480,713', '"1,193",480,"n.a."', '"1,193","n.a.",713']) {
    expect(placesOf(parseLines(withFigures(japan + 2, figures), catalogue))).toEqual([
      `published-apart ${japan + 2}:4`,
    ]);
  }
});

test("long-term and short-term may differ from the total by one, which rounding explains, and not by two", () => {
  expect(violationsOf(parseLines(withFigures(japan + 2, "901,500,400"), catalogue))).toEqual([]);
  expect(violationsOf(parseLines(withFigures(japan + 2, "902,500,400"), catalogue))).toEqual([
    `Total U.S. Treasury Securities = Long-term U.S. Treasury Securities + Short-term U.S. Treasury Securities ${japan + 2}:4`,
  ]);
});

test("organisations add up to their total only from December 2013 on", () => {
  const regional = lineOf(lines, '"Total Regional Orgs."');
  const [newest, oldest] = [regional, regional + 4].map((line) =>
    violationsOf(parseLines(withFigures(line, "3,1,2"), catalogue)),
  );
  expect(newest?.length).toBe(3);
  expect(oldest).toEqual([]);
});

test.each([
  ["another unit", 6, '"","Billio","ns of dollars"', "wrong-unit 6:1"],
  [
    "columns the other way round",
    9,
    '"","","","Total U.S.","Short-term","Long-term"',
    "wrong-heading 9:1",
  ],
  ["another table", 5, '"TABLE 3E:  U.S",". Treasury"', "unsupported-file 5:1"],
])("%s is refused", (_, line, text, place) => {
  expect(placesOf(parseLines(withLine(lines, line, text), catalogue))).toEqual([place]);
});

test.each([
  '"1480",480,713',
  '"1,48",480,713',
  '"1,193",480,-713',
  '"1,193",480,""',
  '"1,193",480,7.5',
])("the figures %s are refused", (figures) => {
  expect(kindsOf(parseLines(withFigures(canada, figures), catalogue))).toEqual(["not-a-number"]);
});

test.each([
  ["1,193,480,713", "wrong-field-count"],
  ['"1,193",480', "wrong-field-count"],
  ['"1,193",480,"713', "bad-quoting"],
])("a comma out of its quotes, a lost field and a lost quote: %s is %s", (figures, kind) => {
  expect(kindsOf(parseLines(withFigures(canada, figures), catalogue))).toEqual([kind]);
});

test("a lost line, a line twice and two lines the wrong way round are refused", () => {
  expect(placesOf(parseLines(lines.toSpliced(japan, 1), catalogue))).toEqual([
    `rows-out-of-order ${japan + 1}:3`,
  ]);
  const twice = lines.toSpliced(japan, 0, lines[japan - 1] ?? "");
  expect(placesOf(parseLines(twice, catalogue))).toEqual([`same-row-twice ${japan + 1}:3`]);
  expect(kindsOf(parseLines(swapped(lines, japan, japan + 1), catalogue))).toContain(
    "rows-out-of-order",
  );
});

test("an area that ended before, or began after, has no other months", () => {
  const monaco = lineOf(lines, '"Monaco"');
  const line = (lines[monaco - 1] ?? "").replace("2013-12", "2014-01");
  expect(kindsOf(parseLines(withLine(lines, monaco, line), catalogue))).toContain(
    "unexpected-month",
  );
});

test("notes that are cut are refused, and figures among them", () => {
  const last = lineOf(lines, '"TIC FAQ');
  expect(kindsOf(parseLines(lines.slice(0, last - 1), catalogue))).toEqual(["missing-notes"]);
  const cut = [...lines.slice(0, last - 1), (lines[last - 1] ?? "").slice(0, 40)];
  expect(kindsOf(parseLines(cut, catalogue))).toEqual(["missing-notes"]);
  const split = lines.toSpliced(total, 0, '""');
  expect(new Set(kindsOf(parseLines(split, catalogue)))).toEqual(
    new Set(["area-cut-short", "figures-in-notes", "missing-area"]),
  );
  expect(kindsOf(parseLines([...lines, "More"], catalogue))).toEqual(["text-after-notes"]);
});
