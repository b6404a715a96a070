import { expect, test } from "vitest";
import type { Period } from "#lib/series/period";
import { isPeriod } from "#lib/series/period";
import {
  kindsOf,
  lineOf,
  parseLines,
  placesOf,
  swapped,
  withField,
  withLine,
} from "../fixtures/damage.ts";
import { madeSltTable1 } from "./made-table1.ts";
import { smallCatalogue } from "../fixtures/small-catalogue.ts";

const catalogue = smallCatalogue();
const lines = madeSltTable1(catalogue, month("2022-12"), month("2023-04"), 7);
const japan = lineOf(lines, "Japan");
const total = lineOf(lines, "Grand Total");

function month(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}

test("a whole file gives every figure with its key, period and place", () => {
  const result = parseLines(lines, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { release, areas, series, cells, statedDate } = result.value;
  expect([release, areas.length, series.length, cells.length, statedDate]).toEqual([
    "slt1",
    11,
    165,
    825,
    null,
  ]);
  const cell = cells.find(
    ({ key, period }) => key === "slt1.equities.net.japan" && period === "2023-04",
  );
  const printed = lines[japan - 1]?.split("\t")[16];
  expect(cell).toEqual({
    key: "slt1.equities.net.japan",
    period: "2023-04",
    value: printed,
    status: "normal",
    line: japan,
    column: 17,
  });
});

test("n.a. is a missing observation, not zero", () => {
  const result = parseLines(lines, catalogue);
  const cell = result.ok
    ? result.value.cells.find(
        ({ key, period }) => key === "slt1.total.net.japan" && period === "2022-12",
      )
    : undefined;
  expect(cell).toMatchObject({ value: null, status: "missing" });
});

test("line ends of either kind give the same cells", () => {
  const crlf = parseLines(lines, catalogue);
  const lf = parseLines([lines.join("\n")], catalogue);
  expect(lf).toEqual(crlf);
});

test.each([
  [
    "another table under this name",
    1,
    1,
    "Table 3: U.S. Treasury Securities Held by Foreign Residents 1/",
    "unknown-file 1:1",
  ],
  ["a wrong unit row", 4, 1, "Billions of dollars", "wrong-unit 4:1"],
  [
    "a sign that means the opposite",
    3,
    1,
    "A positive number denotes a decrease",
    "wrong-sign 3:1",
  ],
  ["a link to another table", 5, 1, "Link: https://example.org/slt_table2.txt", "wrong-link 5:1"],
  ["a heading that names another measure", 8, 5, "Net U.S. Purchases", "wrong-heading 8:5"],
])("%s is refused", (_, line, column, text, place) => {
  expect(placesOf(parseLines(withField(lines, line, column, text), catalogue))).toEqual([place]);
});

test("a renamed, a missing, a duplicated and a moved column are told apart", () => {
  const header = lines[8]?.split("\t") ?? [];
  const kinds = (fields: readonly string[]) =>
    kindsOf(parseLines(withLine(lines, 9, fields.join("\t")), catalogue));
  expect(kinds(header.with(4, "for_lt_total_flow"))).toEqual(["unknown-column", "missing-column"]);
  expect(kinds(header.with(4, "for_lt_total_pos"))).toEqual([
    "duplicated-column",
    "missing-column",
  ]);
  expect(kinds(header.with(3, header[4] ?? "").with(4, header[3] ?? ""))).toEqual([
    "column-moved",
    "column-moved",
  ]);
  expect(kinds(header.toSpliced(17, 1))).toEqual(["missing-column"]);
});

test("an unknown code is refused with the nearest ones", () => {
  const result = parseLines(withField(lines, japan, 2, "42608"), catalogue);
  const [problem] = result.ok ? [] : result.problems;
  expect(problem).toMatchObject({ kind: "unknown-area", at: { line: japan, column: 2 } });
  expect(problem?.fix).toContain("Japan 42609");
});

test("a name that does not belong to its code is refused", () => {
  const result = parseLines(withField(lines, japan, 1, "Jersey"), catalogue);
  expect(placesOf(result)).toContain(`code-and-name-disagree ${japan}:2`);
});

test.each(["1,234", "", "12.5", "*", "1e6", "N/A"])("the figure %j is refused", (text) => {
  expect(placesOf(parseLines(withField(lines, japan, 8, text), catalogue))).toEqual([
    `not-a-number ${japan}:8`,
  ]);
});

test.each(["2023-13", "2023-Q2", "2023", "1000-01", "2999-12", ""])(
  "the date %j is not a month of this table",
  (text) => {
    expect(placesOf(parseLines(withField(lines, japan, 3, text), catalogue))).toContain(
      `wrong-date ${japan}:3`,
    );
  },
);

test("two months of an area the wrong way round are refused", () => {
  expect(placesOf(parseLines(swapped(lines, japan, japan + 1), catalogue))).toContain(
    `rows-out-of-order ${japan + 1}:3`,
  );
});

test("an area in two places is refused", () => {
  const moved = lines.toSpliced(japan - 1, 1).toSpliced(total - 2, 0, lines[japan - 1] ?? "");
  expect(placesOf(parseLines(moved, catalogue))).toContain(`rows-out-of-order ${total - 1}:3`);
});

test("the same line twice is refused with the line of the first", () => {
  const result = parseLines(lines.toSpliced(japan, 0, lines[japan - 1] ?? ""), catalogue);
  expect(placesOf(result)).toEqual([`same-row-twice ${japan + 1}:3`]);
});

test("a file cut in the middle names what is missing", () => {
  const kinds = kindsOf(parseLines(lines.slice(0, japan + 1), catalogue));
  expect(kinds).toContain("missing-area");
  expect(kinds).toContain("missing-notes");
});

test("an area whose oldest month is cut is refused", () => {
  expect(placesOf(parseLines(lines.toSpliced(japan + 3, 1), catalogue))).toEqual([
    `area-cut-short ${japan + 3}:3`,
  ]);
});

test("a file without its last definition is refused as cut", () => {
  expect(kindsOf(parseLines(lines.slice(0, -1), catalogue))).toEqual(["missing-notes"]);
});

test("classes may differ from their total by one, which rounding explains, and not by two", () => {
  const cells = lines[japan - 1]?.split("\t") ?? [];
  const shifted = (by: number) => withField(lines, japan, 4, String(Number(cells[3]) + by));
  expect(placesOf(parseLines(shifted(1), catalogue))).toEqual([]);
  expect(placesOf(parseLines(shifted(2), catalogue))).toEqual([`does-not-add-up ${japan}:4`]);
});

test("a grand total that differs by one from its parts is refused at its line", () => {
  const cells = lines[total - 1]?.split("\t") ?? [];
  const damaged = withField(lines, total, 7, String(Number(cells[6]) + 1));
  expect(placesOf(parseLines(damaged, catalogue))).toEqual([
    `does-not-add-up ${total}:7`,
    `does-not-add-up ${total}:7`,
  ]);
});

test("an area that the catalogue calls irregular may be absent", () => {
  const without = lines.filter((line) => !line.startsWith("Japan"));
  const areas = catalogue.areas.map((area) =>
    area.slug === "japan" ? { ...area, irregular: true } : area,
  );
  expect(kindsOf(parseLines(without, catalogue))).toEqual(["missing-area"]);
  expect(kindsOf(parseLines(without, { ...catalogue, areas }))).toEqual([]);
});

test.each([
  ["code", 2, "42608", "unknown-area"],
  ["name", 1, "Japann", "code-and-name-disagree"],
  ["month", 3, "2023-13", "wrong-date"],
])("a changed %s is one problem, wherever in its area the line stands", (_, column, text, kind) => {
  const place = kind === "wrong-date" ? 3 : 2;
  for (const line of [japan, japan + 1, japan + 4, total, total + 4]) {
    const damaged = withField(lines, line, column, text);
    expect(placesOf(parseLines(damaged, catalogue))).toEqual([`${kind} ${line}:${place}`]);
  }
});
