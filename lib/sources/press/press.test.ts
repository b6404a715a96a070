import { describe, expect, test } from "vitest";
import type { Checked } from "#lib/series/checked";
import { smallCatalogue } from "../fixtures/small-catalogue.ts";
import { withLine } from "../fixtures/damage.ts";
import { parseSource } from "../parse-source.ts";
import type { ParsedFile } from "../parsed-file.ts";
import { shiftPeriod } from "#lib/series/period";
import { madeCatalogue, madePress, month } from "./made-press.ts";
import { yearOf } from "./press-section.ts";

const first = month("2012-11");
const last = month("2013-02");
const catalogue = madeCatalogue(smallCatalogue(), first, last);
const lines = madePress(first, last, 7);
/** Lines of one release. */
const size = 256;

function parse(of: readonly string[], withCatalogue = catalogue) {
  const bytes = new TextEncoder().encode([...of, ""].join("\r\n"));
  return parseSource(bytes, withCatalogue, "lines.csv");
}

function valueOf(parsed: Checked<readonly ParsedFile[]>): readonly ParsedFile[] {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function placesOf(of: readonly string[], withCatalogue = catalogue): string[] {
  const parsed = parse(of, withCatalogue);
  return parsed.ok ? [] : parsed.problems.map(({ kind, at }) => `${kind} ${at.line}:${at.column}`);
}

/** The lines with one field of one line replaced, both counted from 1. */
function withField(number: number, column: number, text: string): string[] {
  const fields = (lines[number - 1] ?? "").split(",").with(column - 1, text);
  return withLine(lines, number, fields.join(","));
}

test("each release is a vintage of its own, with its day, its name and the hash of its lines", () => {
  const vintages = valueOf(parse(lines));
  expect(vintages.map(({ collected }) => [collected?.released, collected?.name])).toEqual([
    ["2013-01-16", "hp101"],
    ["2013-02-16", "hp357"],
    ["2013-03-16", "hp613"],
    ["2013-04-16", "hp869"],
  ]);
  const [one, other] = vintages;
  expect(one?.collected?.url).toBe("https://home.treasury.gov/news/press-releases/hp101");
  expect(one?.collected?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(one?.collected?.sha256).not.toBe(other?.collected?.sha256);
  const text = [...lines.slice(0, size + 1), ""].join("\r\n");
  expect(one?.collected?.bytes).toBe(text.length);
  expect(one?.statedDate).toBeNull();
});

test("a release has four months, two sums of twelve months and two years of each line", () => {
  const [one] = valueOf(parse(lines));
  const periods = (key: string) =>
    one?.cells.filter((cell) => cell.key === key).map(({ period }) => period);
  expect(periods("press.line-3")).toEqual(["2012-08", "2012-09", "2012-10", "2012-11"]);
  expect(periods("press.12m.line-3")).toEqual(["2011-11", "2012-11"]);
  expect(periods("press.year.line-3")).toEqual(["2010", "2011"]);
  expect([one?.series.length, one?.cells.length]).toEqual([96, size]);
});

test("the release about December may print its own year, as that of February 2025 does", () => {
  const later = madePress(first, last, 7, (of) =>
    of.endsWith("-12") ? yearOf(of) : shiftPeriod(yearOf(of), -1),
  );
  const [, december] = valueOf(parse(later));
  expect(
    december?.cells.filter(({ key }) => key === "press.year.line-3").map(({ period }) => period),
  ).toEqual(["2011", "2012"]);
  const january = lines.map((line) =>
    line.startsWith("2013-03-16") ? line.replace(",year,2012,", ",year,2013,") : line,
  );
  expect(placesOf(january)).toEqual([`releases-disagree ${2 * size + 9}:5`]);
});

test("series know their section, their window, their kind and who bought", () => {
  const [one] = valueOf(parse(lines));
  const series = (key: string) => one?.series.find((candidate) => candidate.key === key);
  expect(series("press.line-5")).toMatchObject({
    securities: "treasuries",
    measure: "net",
    area: "foreign-non-official",
    kind: "flow",
    frequency: "monthly",
    window: 1,
    section: "month",
    unit: "USD",
    multiplier: 9,
    title: "Net purchases of long-term U.S. Treasury securities by private foreign residents",
  });
  expect(series("press.12m.line-9")).toMatchObject({
    area: "foreign-official",
    frequency: "monthly",
    window: 12,
    section: "12m",
  });
  expect(series("press.year.line-30")).toMatchObject({
    area: "grand-total",
    frequency: "annual",
    window: 1,
    section: "year",
    breaks: [{ period: "2023" }],
  });
  expect(series("press.line-23")?.names.every((name) => name.includes("bills"))).toBe(true);
  expect(series("press.line-23")?.breaks).toEqual([]);
  expect(series("press.line-16")?.signConvention).toContain(
    "negative one that U.S. residents bought",
  );
});

describe("a release whose lines stand twice", () => {
  const twice = lines.flatMap((line, at) => (at > size && at <= 2 * size ? [line, line] : [line]));

  test("is read once, and its vintage says so", () => {
    const [before, own, after] = valueOf(parse(twice));
    const [, plain] = valueOf(parse(lines));
    const figures = (of: ParsedFile | undefined) =>
      of?.cells.map(({ key, period, value }) => [key, period, value]);
    expect(figures(own)).toEqual(figures(plain));
    expect(own?.collected?.note).toContain("stands twice in the collection");
    expect([before?.collected?.note, after?.collected?.note]).toEqual([null, null]);
  });

  test("with another figure the second time, or without one line, is refused", () => {
    const other = withLine(twice, size + 21, `${twice[size + 20]?.split(",", 6).join()},1234.5`);
    expect(placesOf(other)).toEqual([`contradicting-repeat ${size + 21}:7`]);
    expect(placesOf(twice.toSpliced(size + 20, 1))).toEqual([`wrong-order ${size + 21}:1`]);
  });
});

test.each([
  ["figure", 7, "12", "not-a-number"],
  ["figure", 7, "1.25", "not-a-number"],
  ["figure", 7, "n.a.", "not-a-number"],
  ["day", 1, "2013-02-17", "releases-disagree"],
  ["day", 1, "2013-02-31", "releases-disagree"],
  ["name", 2, "hp99", "releases-disagree"],
  ["reference month", 3, "2012-11", "releases-disagree"],
  ["column", 4, "quarter", "releases-disagree"],
  ["period", 5, "2001-01", "releases-disagree"],
  ["line", 6, "33", "releases-disagree"],
])("a wrong %s is one problem at its place, wherever the line stands", (_, column, text, kind) => {
  for (const line of [size + 2, size + 10, size + 200, 2 * size]) {
    expect(placesOf(withField(line, column, text))).toEqual([`${kind} ${line}:${column}`]);
  }
});

test("a line lost, twice or moved is one problem, and the releases after it are still read", () => {
  for (const at of [size + 2, size + 100, 2 * size]) {
    expect(placesOf(lines.toSpliced(at, 1))).toHaveLength(1);
    expect(placesOf(lines.toSpliced(at, 0, lines[at] ?? ""))).toHaveLength(1);
  }
  const both = lines.toSpliced(3 * size + 50, 1).toSpliced(size + 50, 1);
  expect(placesOf(both)).toEqual([`wrong-order ${size + 51}:1`, `wrong-order ${3 * size + 50}:1`]);
});

test("a line with a field too few or too many is a problem at its place", () => {
  expect(placesOf(withLine(lines, 40, "2013-01-16,hp101,2012-11"))).toEqual([
    "wrong-field-count 40:3",
  ]);
  expect(placesOf(withLine(lines, 40, `${lines[39]},x`))).toEqual(["wrong-field-count 40:7"]);
});

test("a file that is cut is refused, also between two releases", () => {
  expect(placesOf(lines.slice(0, 3 * size + 9))).toEqual([`cut-file ${3 * size + 9}:1`]);
  expect(placesOf(lines.slice(0, 3 * size + 1))).toEqual([`cut-file ${3 * size + 1}:3`]);
  expect(placesOf(lines.slice(0, 1))).toEqual(["cut-file 1:3"]);
});

test("a release lost in the middle or at the start, or in the wrong place, is a problem", () => {
  const third = lines.slice(2 * size + 1, 3 * size + 1);
  const without = lines.toSpliced(2 * size + 1, size);
  expect(placesOf(without)).toEqual([`missing-release ${2 * size + 2}:3`]);
  expect(placesOf(lines.toSpliced(1, size))).toEqual(["missing-release 2:3"]);
  expect(placesOf(without.toSpliced(1, 0, ...third))).toEqual([
    "missing-release 2:3",
    `wrong-order ${size + 2}:1`,
    `wrong-order ${size + 2}:3`,
    `missing-release ${3 * size + 2}:3`,
  ]);
  expect(placesOf([...lines, ...third])).toEqual([`same-release-twice ${4 * size + 2}:2`]);
  const known = { ...catalogue, press: { ...catalogue.press, missing: [month("2013-01")] } };
  expect(placesOf(without, known)).toEqual([]);
});

test("a day of release before the end of its month is a problem", () => {
  const early = lines.map((line) => line.replace("2013-01-16", "2012-11-30"));
  expect(placesOf(early)).toEqual(["released-too-early 2:1"]);
});

test("what does not add up is recorded with its vintage and its place, and the file is read", () => {
  // Line 5 of the newest month: lines 4 = 5 + 6 + 7 + 8.
  const at = size + 1 + 4 * 8 + 6;
  const [, , , , , , figure = ""] = lines[at - 1]?.split(",") ?? [];
  const changed = (by: number) => withField(at, 7, (Number(figure) + by).toFixed(1));
  const found = valueOf(parse(changed(0.3))).map(({ violations }) => violations);
  expect(found.map(({ length }) => length)).toEqual([0, 1, 0, 0]);
  expect(found[1]?.[0]).toMatchObject({
    identity: "line 4 = line 5 + line 6 + line 7 + line 8",
    key: "press.line-4",
    period: "2012-12",
    difference: "-0.3",
    tolerance: "0.25",
    acknowledged: false,
    line: at - 8,
    column: 7,
    against: null,
  });
  expect(valueOf(parse(changed(0.2))).flatMap(({ violations }) => violations)).toEqual([]);
});

test("twelve months through December are that calendar year, in the same release", () => {
  // The release about December 2012 prints them through December 2011, and the year 2011 in its eighth column.
  const at = size + 1 + 2 * 8 + 8;
  const [, , , , , , figure = ""] = lines[at - 1]?.split(",") ?? [];
  const changed = withField(at, 7, (Number(figure) + 0.1).toFixed(1));
  expect(valueOf(parse(lines)).flatMap(({ violations }) => violations)).toEqual([]);
  expect(valueOf(parse(changed)).map(({ violations }) => violations)).toMatchObject([
    [],
    [
      {
        identity: "line 3, calendar year = line 3, twelve months through its December",
        key: "press.year.line-3",
        period: "2011",
        expected: figure,
        difference: "0.1",
        tolerance: "0",
        line: at,
      },
    ],
    [],
    [],
  ]);
});

test("a file in which many figures do not add up is refused as damaged", () => {
  const shifted = lines.map((line) =>
    line.replace(
      /,5,(-?)(\d+)\.(\d)$/,
      (_, sign: string, whole: string, tenth: string) => `,5,${sign}${whole}9.${tenth}`,
    ),
  );
  expect(placesOf(shifted)).toEqual([expect.stringMatching(/^does-not-add-up /)]);
});
