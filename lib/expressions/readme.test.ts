import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { readCaseFile } from "./case-file.ts";
import { checkDefinitions } from "./check-definitions.ts";
import { evaluateText } from "./evaluate.ts";
import { functionTable } from "./functions.ts";

const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
const { table } = readCaseFile(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));
const reader = createMemoryReader(table);
const asOf = "2026-06-18";

/** Rows of the tables of a section, each as the texts in backticks of its first and last cell. */
function rowsOf(heading: string): { first: string; last: string }[] {
  const section = readme.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `(?<first>[^`]+)`.*\| `(?<last>[^`]+)`\s*\|$/gm)].map(
    ({ groups }) => ({
      first: groups?.["first"] ?? "",
      last: groups?.["last"] ?? "",
    }),
  );
}

test("the reference has every function, with the signature that problems print", () => {
  const signatures = rowsOf("Functions").map(({ first }) => first);
  expect(signatures).toEqual(Object.values(functionTable).map(({ signature }) => signature));
});

test.each([...rowsOf("Functions"), ...rowsOf("Series")])(
  "the example $last is sound",
  async ({ last }) => {
    if (!isVintageDate(asOf)) throw new TypeError("Expected a date");
    const result = await evaluateText(last, reader, asOf);
    expect(result.ok ? [] : result.problems).toEqual([]);
  },
);

test("the definitions of the reference are sound, and what is written with them is true", async () => {
  if (!isVintageDate(asOf)) throw new TypeError("Expected a date");
  const definitions = new Map(rowsOf("Definitions").map(({ first, last }) => [first, last]));
  const written = /Then `([^`]+)` and `([^`]+)` may be written/.exec(readme)?.slice(1) ?? [];
  expect(checkDefinitions(definitions, written)).toEqual([]);
  expect(written).toHaveLength(2);
  for (const text of written) {
    const result = await evaluateText(text, reader, asOf, definitions);
    expect(result.ok && result.evaluation.value).toEqual({ type: "truth", truth: true });
  }
});

test.each(rowsOf("Problems"))("$last is refused as $first", async ({ first, last }) => {
  if (!isVintageDate(asOf)) throw new TypeError("Expected a date");
  const result = await evaluateText(last, reader, asOf);
  expect(result.ok ? [] : result.problems.map(({ kind }) => kind)).toEqual([first]);
});
