import { expect, test } from "vitest";
import { smallCatalogue } from "./fixtures/small-catalogue.ts";
import { parseVintage } from "./parse-source.ts";
import { mfhTitle } from "./mfh/mfhhis01.ts";
import { recognise } from "./recognise.ts";
import { recogniseUnsupported } from "./recognise-unsupported.ts";
import { sltTitles } from "./slt/slt-table.ts";
import { slt5Title } from "./slt5/slt5-head.ts";

function problemsOf(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join("\r\n"));
  const result = parseVintage(bytes, smallCatalogue(), "f.txt");
  return result.ok ? [] : result.problems;
}

test.each([
  [sltTitles.slt1, "slt1"],
  [sltTitles.slt2, "slt2"],
  [sltTitles.slt3, "slt3"],
  [slt5Title, "slt5"],
  [`\t\t${mfhTitle}\t\t`, "mfh"],
])("the first line %j belongs to %s", (line, release) => {
  expect(recognise([line], "f.txt")).toMatchObject({ ok: true, value: { release } });
});

test("a file separated by commas is known by its title, and not a quoting problem for each line", () => {
  const title = '"TABLE 1D:  U.S",". Long-Term Sec","urities Held by"';
  const problems = problemsOf(['""', '"",""', title, '"Austria",10189,"2023-01","5,367"']);
  expect(problems).toMatchObject([{ kind: "unsupported-file", at: { line: 3, column: 1 } }]);
  expect(problems[0]?.message).toBe(
    "Expected a file that Tickmark reads, found the comma-separated table 1D of before 2023, which is not supported",
  );
});

/** Heads made up in the form of the files they stand for. */
test.each([
  [
    "slt1d.txt",
    ["", "  TABLE 1D:  U.S. Long-Term Securities", "  Millions"],
    2,
    "the fixed-width table 1D of before 2023",
  ],
  [
    "slt2d.txt",
    ["TABLE 2D: Foreign Long-Term Securities"],
    1,
    "the fixed-width table 2D of before 2023",
  ],
  [
    "slt1f_globl.csv",
    ['"TABLE 1F:  Fore","ign Long-Term"'],
    1,
    "the comma-separated table 1F of before 2023",
  ],
  [
    "slt3d.txt",
    ["   TABLE 3D:  U.S. Treasury Securities Held by Foreign Residents 1/"],
    1,
    "the fixed-width table 3D of before 2023",
  ],
  [
    "mfh.txt",
    [`     ${mfhTitle}`, "   (in billions of dollars)"],
    1,
    "Major Foreign Holders (mfh) as a fixed-width file",
  ],
  [
    "mfhhis01.csv",
    [`"","","${mfhTitle}"`],
    1,
    "Major Foreign Holders (mfh) as a comma-separated file",
  ],
  [
    "s1_99996.txt",
    ["", "  U.S. Transactions with Foreigners in Long-term Domestic and Foreign Securities"],
    2,
    "Form S as a fixed-width file (s1_)",
  ],
  [
    "slt_table4.txt",
    ["Table 4: U.S. Purchases and Sales of Long-Term Domestic and Foreign Securities by Type\t\t"],
    1,
    "Table 4 (slt_table4.txt: gross purchases and sales)",
  ],
  [
    "lb_globl.csv",
    ['"","Total Liabilities to Foreigners by Type and Country"'],
    1,
    "a table of banking liabilities or claims (lb_, bl, bc)",
  ],
  [
    "tressect.txt",
    ["", "NET PURCHASES OF U.S. TREASURY BONDS & NOTES BY MAJOR FOREIGN SECTOR:"],
    2,
    "a table of net purchases by sector of Form S (tressect.txt and its siblings)",
  ],
  [
    "npr_history.txt",
    ["TIC monthly reports on Cross-Border Portfolio Financial Flows\t"],
    1,
    "the history of the press releases' table (npr_history)",
  ],
  [
    "an error page",
    ["", "<!DOCTYPE html>", "<title>Service unavailable</title>"],
    2,
    "an HTML page",
  ],
  ["an answer of an API", ['{"data":[{"record_date":"2025-12-31"}]}'], 1, "JSON"],
  ["a list of an API", ["[", '  {"date": "2025-12-31"}', "]"], 1, "JSON"],
  ["a document", ['<?xml version="1.0"?>', "<rss/>"], 1, "an XML document"],
])("%s is refused by what it is", (_, lines, line, what) => {
  const problems = problemsOf(lines);
  expect(problems).toMatchObject([{ kind: "unsupported-file", at: { line, column: 1 } }]);
  expect(problems[0]?.message).toContain(`found ${what}, which is not supported`);
  expect(problems[0]?.fix).toMatch(/give|fetch|none of the files/);
});

test.each([
  ["a zip of a release", [0x50, 0x4b, 3, 4, 20, 0], "a zip archive"],
  [
    "a workbook",
    [0x50, 0x4b, 3, 4, ...Buffer.from("..[Content_Types].xml")],
    "an Excel workbook (.xlsx)",
  ],
  ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "an Excel workbook (.xls)"],
  ["a document", [...Buffer.from("%PDF-1.7")], "a PDF document"],
])("%s is refused by its first bytes, in one problem", (_, bytes, what) => {
  const result = parseVintage(new Uint8Array(bytes), smallCatalogue(), "f.txt");
  expect(result.ok ? [] : result.problems).toMatchObject([
    { kind: "not-text", message: `Expected a text file of the Treasury's, found ${what}` },
  ]);
});

test("no file that is read is called unsupported", () => {
  const files = [
    ["slt_table3.txt", sltTitles.slt3],
    ["slt_table5.txt", slt5Title],
    ["mfhhis01.txt", `\t\t${mfhTitle}\t\t`],
    [
      "slt3d_globl.csv",
      '"TABLE 3D:  U.S",". Treasury Secu","rities Held by","Foreign Residen","ts 1/"',
    ],
  ];
  expect(files.filter(([, line = ""]) => recogniseUnsupported([line]) !== null)).toEqual([]);
});

test("another table of the family is unknown, though its form is the same", () => {
  const problems = problemsOf([sltTitles.slt1.replace("Table 1", "Table 7"), "x"]);
  expect(problems).toMatchObject([{ kind: "unknown-file", at: { line: 1 } }]);
  expect(problems[0]?.message).toContain("another table");
});
