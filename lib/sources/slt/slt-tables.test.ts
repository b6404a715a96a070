import { expect, test } from "vitest";
import type { Period } from "#lib/series/period";
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
import { parseVintage } from "../parse-source.ts";
import { madeSltTable } from "./made-slt-table.ts";
import { smallCatalogue } from "../fixtures/small-catalogue.ts";

const catalogue = smallCatalogue();
const lines = madeSltTable(catalogue, "slt1", month("2022-12"), month("2023-04"), 7);
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
    "Table 7: U.S. Long-Term Securities Held by Foreign Residents",
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
  const names =
    "U.S. Treasuries + U.S. Agency Bonds + U.S. Corp. & Other Bonds + U.S. Corp. Equity";
  expect(violationsOf(parseLines(shifted(1), catalogue))).toEqual([]);
  expect(violationsOf(parseLines(shifted(2), catalogue))).toEqual([
    `Total U.S. Securities = ${names} ${japan}:4`,
  ]);
});

test("a grand total that differs by one from its parts breaks two identities at its line", () => {
  const cells = lines[total - 1]?.split("\t") ?? [];
  const damaged = withField(lines, total, 7, String(Number(cells[6]) + 1));
  expect(violationsOf(parseLines(damaged, catalogue))).toEqual([
    `Grand Total = Of Which: Foreign Official + Of Which: Foreign Non-Official ${total}:7`,
    `Grand Total = All Countries + Total IROs ${total}:7`,
  ]);
});

test("a violation says what was found, what was expected, and whether it is known", () => {
  const cells = lines[japan - 1]?.split("\t") ?? [];
  const damaged = withField(lines, japan, 4, String(Number(cells[3]) + 7));
  const found = (known: typeof catalogue) => {
    const result = parseLines(damaged, known);
    return result.ok ? result.value.violations : [];
  };
  const key = "slt1.total.holdings.japan";
  expect(found(catalogue)).toMatchObject([
    {
      key,
      period: "2023-04",
      found: String(Number(cells[3]) + 7),
      expected: cells[3],
      difference: "7",
      tolerance: "1",
      acknowledged: false,
      against: null,
    },
  ]);
  const knowing = (difference: string) => {
    const figures = [{ key, period: month("2023-04"), difference }];
    const acknowledged = [{ reason: "made", figures }];
    return { ...catalogue, slt1: { ...catalogue.slt1, acknowledged } };
  };
  expect(found(knowing("7"))).toMatchObject([{ acknowledged: true }]);
  expect(found(knowing("8"))).toMatchObject([{ acknowledged: false }]);
});

test("a file in which too much does not add up is refused as damaged", () => {
  const shifted = lines.map((line, at) => {
    const fields = line.split("\t");
    return at >= japan - 1 && at < japan + 15 ? fields.with(3, "1").join("\t") : line;
  });
  expect(placesOf(parseLines(shifted, catalogue))).toEqual([`does-not-add-up ${japan}:4`]);
});

test("a total that is missing while its parts are published is refused", () => {
  expect(placesOf(parseLines(withField(lines, japan, 4, "n.a."), catalogue))).toEqual([
    `published-apart ${japan}:4`,
  ]);
  expect(placesOf(parseLines(withField(lines, total, 7, "n.a."), catalogue))).toEqual([
    `published-apart ${total}:4`,
    `published-apart ${total}:7`,
    `published-apart ${total}:7`,
  ]);
});

test("Table 2 is read by the same rules, with classes and signs of its own", () => {
  const made = madeSltTable(catalogue, "slt2", month("2022-12"), month("2023-04"), 7);
  const result = parseLines(made, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect([result.value.release, result.value.series.length]).toEqual(["slt2", 9 * 12]);
  expect(
    result.value.series.find(({ key }) => key === "slt2.corporate-bonds.net.japan"),
  ).toMatchObject({
    title: "Net purchases of foreign corporate bonds by U.S. residents: Japan",
    kind: "flow",
    signConvention: catalogue.slt2.measures[1]?.signConvention,
    source: { file: "slt_table2.txt", field: "us_lt_corp_bond_net", row: "Japan", code: "42609" },
    fredId: "USLTCORPBONDNET42609",
  });
  const wrong = withField(made, 3, 1, catalogue.slt1.sign);
  expect(placesOf(parseLines(wrong, catalogue))).toEqual(["wrong-sign 3:1"]);
});

test("Table 3 has two columns for bills, whose flow is the change of what is held", () => {
  const made = madeSltTable(catalogue, "slt3", month("2022-12"), month("2023-04"), 7);
  const result = parseLines(made, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const keys = result.value.series.map(({ key }) => key).filter((key) => key.endsWith(".japan"));
  expect(keys).toEqual([
    "slt3.long-term.holdings.japan",
    "slt3.long-term.net.japan",
    "slt3.long-term.valuation.japan",
    "slt3.short-term.holdings.japan",
    "slt3.short-term.net.japan",
    "slt3.total.holdings.japan",
    "slt3.total.net.japan",
  ]);
  const at = lineOf(made, "Japan");
  const shifted = (column: number, by: number) => {
    const printed = Number(made[at - 1]?.split("\t")[column - 1]);
    return violationsOf(parseLines(withField(made, at, column, String(printed + by)), catalogue));
  };
  const words =
    "Short-term U.S. Treasuries Net U.S. Sales = Holdings less those of the month before";
  expect(shifted(10, 1)).toEqual([]);
  expect(shifted(10, 2)).toContain(`${words} ${at}:10`);
});

test("the parts of a whole may start later than it, in the column that the catalogue names", () => {
  const made = madeSltTable(catalogue, "slt3", month("2022-12"), month("2023-04"), 7);
  const january = lineOf(made, "Grand Total\t99996\t2023-01");
  expect(made[january - 1]?.split("\t")[9]).not.toBe("n.a.");
  expect(made[lineOf(made, "Of Which: Foreign Official\t99990\t2023-01") - 1]).toMatch(/\tn\.a\.$/);
  expect(violationsOf(parseLines(made, catalogue))).toEqual([]);
  expect(placesOf(parseLines(withField(made, january, 6, "n.a."), catalogue))).toContain(
    `published-apart ${january}:6`,
  );
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

test("a file cut within its last line is refused, even after the last word", () => {
  const whole = Buffer.from(`${lines.join("\r\n")}\r\n`);
  for (const cut of [1, 2, 3]) {
    expect(parseVintage(whole.subarray(0, -cut), catalogue, "cut")).toMatchObject({
      problems: [{ kind: "cut-file" }],
    });
  }
});
