import { expect, test } from "vitest";
import { smallCatalogue } from "./fixtures/small-catalogue.ts";
import { parseVintage } from "./parse-source.ts";
import { mfhTitle } from "./mfh/mfhhis01.ts";
import { recognise } from "./recognise.ts";
import { sltTitles } from "./slt/slt-table.ts";

function problemsOf(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join("\r\n"));
  const result = parseVintage(bytes, smallCatalogue(), "f.txt");
  return result.ok ? [] : result.problems;
}

test.each([
  [sltTitles.slt1, "slt1"],
  [`\t\t${mfhTitle}\t\t`, "mfh"],
])("the first line %j belongs to %s", (line, release) => {
  expect(recognise([line], "f.txt")).toMatchObject({ ok: true, value: { release } });
});

test("a file separated by commas is unknown, and not a quoting problem for each line", () => {
  const title = '"TABLE 3D:  U.S",". Treasury Secu","rities Held by"';
  const problems = problemsOf(['""', '"",""', title, '"Austria",10189,"2023-01","5,367"']);
  expect(problems).toMatchObject([{ kind: "unknown-file", at: { line: 3, column: 1 } }]);
  expect(problems[0]?.message).toContain("TABLE 3D");
  expect(problems[0]?.message).toContain("another table");
});

test("another table of the family is unknown, though its form is the same", () => {
  const problems = problemsOf([sltTitles.slt1.replace("Table 1", "Table 2"), "x"]);
  expect(problems).toMatchObject([{ kind: "unknown-file", at: { line: 1 } }]);
});
