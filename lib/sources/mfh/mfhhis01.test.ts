import { expect, test } from "vitest";
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
import { madeMfhhis01 } from "./made-mfhhis01.ts";
import { smallCatalogue } from "../fixtures/small-catalogue.ts";
import { cleanName } from "./holders-line.ts";

const catalogue = smallCatalogue();
const lines = madeMfhhis01(catalogue, 2003, 5);
const japan = lineOf(lines, "Japan");
const total = lineOf(lines, "Grand Total");
/** Row of the years of the block that has two Junes. */
const of2002 = lineOf(lines, "Country\t2002");

function cellsOf(key: string) {
  const result = parseLines(lines, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.cells.filter((cell) => cell.key === key);
}

test("a whole file covers March 2000 to its newest December", () => {
  const cells = cellsOf("mfh.holdings.japan");
  expect([cells[0]?.period, cells.at(-1)?.period, cells.length]).toEqual([
    "2000-03",
    "2003-12",
    46,
  ]);
  expect(cells.at(-1)).toMatchObject({
    value: lines[japan - 1]?.split("\t")[1],
    line: japan,
    column: 2,
  });
});

test("of a month printed twice the left column is the series, the right one its own for comparison", () => {
  const line = lines.findIndex((text, at) => at >= of2002 && text.startsWith("Japan"));
  const fields = lines[line]?.split("\t") ?? [];
  const [june] = cellsOf("mfh.holdings.japan").filter(({ period }) => period === "2002-06");
  expect(june).toMatchObject({ value: fields[7], column: 8 });
  expect(
    cellsOf("mfh.comparison.japan").map(({ period, value, column }) => [period, value, column]),
  ).toEqual([
    ["2000-03", expect.any(String), 12],
    ["2002-06", fields[8], 9],
  ]);
});

test("the rows below Of which are bills and bonds of official holders", () => {
  const at = lineOf(lines, "    Treasury Bills");
  expect(cellsOf("mfh.bills.foreign-official").at(-1)).toMatchObject({
    period: "2003-12",
    line: at,
  });
  expect(cellsOf("mfh.bonds-and-notes.foreign-official").at(-1)).toMatchObject({ line: at + 1 });
  expect(cellsOf("mfh.holdings.foreign-official").at(-1)).toMatchObject({ line: at - 1 });
});

test("the file's own date is read in either form", () => {
  const at = lineOf(lines, "5/18/2026");
  const short = parseLines(withField(lines, at, 1, "3/18/26"), catalogue);
  expect(short.ok && short.value.statedDate).toBe("2026-03-18");
  expect(kindsOf(parseLines(withField(lines, at, 1, "13/40/26"), catalogue))).toEqual([
    "wrong-date",
  ]);
});

test.each([
  ["United Kingdom 2/", "United Kingdom"],
  ["Belgium  5/", "Belgium"],
  ["Korea, South ", "Korea, South"],
  ["Carib Bnkng Ctrs 4/", "Carib Bnkng Ctrs"],
])("the name %j is %s without marks and spaces", (printed, name) => {
  expect(cleanName(printed)).toBe(name);
});

test.each([
  ["another unit", 2, 4, "(in millions of dollars)", "wrong-unit"],
  ["another title", 1, 3, "MAJOR HOLDERS", "unknown-file"],
  ["another heading", 3, 4, "NET PURCHASES DURING PERIOD", "wrong-title"],
])("%s is refused", (_, line, column, text, kind) => {
  expect(kindsOf(parseLines(withField(lines, line, column, text), catalogue))).toEqual([kind]);
});

test("an unknown name is refused with the nearest ones", () => {
  const result = parseLines(withField(lines, japan, 1, "Japann"), catalogue);
  const problem = result.ok
    ? undefined
    : result.problems.find(({ kind }) => kind === "unknown-area");
  expect(problem).toMatchObject({ at: { line: japan, column: 1 } });
  expect(problem?.fix).toContain("Japan");
});

test.each(["1,202.7", "", "*", "-1.0", "1.25"])("the figure %j is refused", (text) => {
  expect(placesOf(parseLines(withField(lines, japan, 3, text), catalogue))).toContain(
    `not-a-number ${japan}:3`,
  );
});

test("months that do not run from December to January are refused", () => {
  const months = lineOf(lines, "\tDec");
  expect(kindsOf(parseLines(withField(lines, months, 2, "Nov"), catalogue))).toEqual([
    "wrong-month",
  ]);
  expect(kindsOf(parseLines(withField(lines, months, 13, ""), catalogue))).toContain("wrong-year");
});

test("series headings the wrong way round are refused: new and old could be mixed up", () => {
  const numerals = of2002 - 2;
  const damaged = withField(withField(lines, numerals, 8, "II"), numerals, 9, "III");
  expect(placesOf(parseLines(damaged, catalogue))).toEqual([
    `wrong-series-heading ${of2002 - 1}:9`,
  ]);
});

test("a year in the wrong place or missing is refused", () => {
  const start = lineOf(lines, "\t\t\t\t\t\t\tSeries 7/");
  const end = lines.findIndex((line, at) => at > of2002 && line.startsWith("\tDec"));
  expect(kindsOf(parseLines(lines.toSpliced(start - 1, end - start + 1), catalogue))).toContain(
    "wrong-year",
  );
  expect(kindsOf(parseLines(withField(lines, of2002, 2, "2001"), catalogue))).toEqual([
    "wrong-year",
  ]);
});

test("a newest year that the notes say was revised must be there", () => {
  const next = lines.findIndex((line, at) => at > 10 && line.startsWith("\t\t\t\t\t\t\tSeries 7/"));
  expect(kindsOf(parseLines(lines.toSpliced(5, next - 5), catalogue))).toEqual(["wrong-year"]);
});

test("a lost line shows itself in the sums of its year, and is refused", () => {
  const places = placesOf(parseLines(lines.toSpliced(japan - 1, 1), catalogue));
  expect(places).toEqual([`does-not-add-up ${total - 1}:2`]);
});

test("a missing Grand Total, All Other or official row is refused", () => {
  expect(kindsOf(parseLines(lines.toSpliced(total - 1, 1), catalogue))).toContain(
    "missing-grand-total",
  );
  expect(kindsOf(parseLines(lines.toSpliced(total - 2, 1), catalogue))).toContain(
    "missing-all-other",
  );
  const bills = lineOf(lines, "    Treasury Bills");
  expect(kindsOf(parseLines(lines.toSpliced(bills - 1, 1), catalogue))).toEqual(["missing-row"]);
});

test("named areas and All Other may differ from Grand Total by 0.5, and not by 0.6", () => {
  const printed = Number(lines[total - 1]?.split("\t")[4]);
  const shifted = (by: number) => withField(lines, total, 5, (printed + by).toFixed(1));
  expect(violationsOf(parseLines(shifted(0.5), catalogue))).toEqual([]);
  expect(violationsOf(parseLines(shifted(0.6), catalogue))).toEqual([
    `Grand Total = the areas named + All Other ${total}:5`,
  ]);
});

test("a known difference is acknowledged, and no other in its place", () => {
  const at =
    lines.findIndex((line, index) => index >= of2002 && line.startsWith("Grand Total")) + 1;
  const printed = Number(lines[at - 1]?.split("\t")[8]);
  const shifted = (by: number) => withField(lines, at, 9, (printed + by).toFixed(1));
  const period = cellsOf("mfh.comparison.japan")[1]?.period;
  if (!period) throw new Error("The made file has no comparison");
  const figures = [{ key: "mfh.comparison.grand-total", period, difference: "2.5" }];
  const acknowledged = [{ reason: "made", figures }];
  const knowing = { ...catalogue, mfh: { ...catalogue.mfh, acknowledged } };
  const found = (by: number, known: typeof catalogue) => {
    const result = parseLines(shifted(by), known);
    return result.ok ? result.value.violations.map((one) => one.acknowledged) : [];
  };
  expect(found(2.5, catalogue)).toEqual([false]);
  expect(found(2.5, knowing)).toEqual([true]);
  expect(found(2.4, knowing)).toEqual([false]);
});

test("official holdings that are not the sum of bills and bonds are a violation", () => {
  const at = lineOf(lines, "  For. Official");
  const printed = Number(lines[at - 1]?.split("\t")[1]);
  const damaged = withField(lines, at, 2, (printed + 0.2).toFixed(1));
  expect(violationsOf(parseLines(damaged, catalogue))).toEqual([
    `Foreign Official = Treasury Bills + T-Bonds & Notes ${at}:2`,
  ]);
});

test("a total that is not available is refused", () => {
  expect(placesOf(parseLines(withField(lines, total, 5, "n.a."), catalogue))).toEqual([
    `missing-grand-total ${total}:5`,
  ]);
});

test("two areas the wrong way round are refused", () => {
  expect(kindsOf(parseLines(swapped(lines, japan, japan + 1), catalogue))).toEqual([
    "rows-out-of-order",
  ]);
});

test("the same name twice in a year is refused", () => {
  const kinds = kindsOf(parseLines(lines.toSpliced(japan, 0, lines[japan - 1] ?? ""), catalogue));
  expect(kinds).toContain("same-row-twice");
});

test("notes that are cut are refused: each footnote used must be explained to its end", () => {
  const last = lineOf(lines, "7/ ");
  expect(kindsOf(parseLines(lines.slice(0, last - 1), catalogue))).toEqual(["missing-notes"]);
  expect(
    kindsOf(parseLines(withField(lines, last, 1, "7/   Series II is shown"), catalogue)),
  ).toEqual(["missing-notes"]);
});

test("a line with a field too few is refused", () => {
  const cut = (lines[japan - 1] ?? "").split("\t").slice(0, 9).join("\t");
  expect(placesOf(parseLines(withLine(lines, japan, cut), catalogue))).toEqual([
    `wrong-field-count ${japan}:9`,
  ]);
});

test("one wrong name is one problem, without a column of sums that lack its line", () => {
  const renamed = withField(lines, japan, 1, "Japann");
  expect(placesOf(parseLines(renamed, catalogue))).toEqual([`unknown-area ${japan}:1`]);
});

test.each(["All Other", "Grand Total", "  For. Official", "    Treasury Bills"])(
  "one damaged figure of %j is one problem",
  (name) => {
    const at = lineOf(lines, name);
    const damaged = withField(lines, at, 4, "1,2");
    expect(placesOf(parseLines(damaged, catalogue))).toEqual([`not-a-number ${at}:4`]);
  },
);

test("a file that holds itself twice is refused: the second copy stands among the notes", () => {
  const result = parseLines([...lines, ...lines], catalogue);
  expect(new Set(kindsOf(result))).toEqual(new Set(["figures-in-notes"]));
  expect(placesOf(result)[0]).toBe(`figures-in-notes ${lines.length + 1}:1`);
});
