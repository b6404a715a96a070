import { expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { parseLines } from "./fixtures/damage.ts";
import { madeMfhhis01 } from "./mfh/made-mfhhis01.ts";
import { smallCatalogue } from "./fixtures/small-catalogue.ts";
import { checkReleaseDay } from "./release-day.ts";

const catalogue = smallCatalogue();
const parsed = parseLines(madeMfhhis01(catalogue, 2003, 5), catalogue);

/** The newest month of the file is December 2003. */
test.each([
  ["2003-12-31", ["released-too-early"]],
  ["2003-06-18", ["released-too-early"]],
  ["2004-01-01", []],
  ["2004-02-18", []],
])("released on %s: %j", (released, kinds) => {
  if (!parsed.ok || !isVintageDate(released)) throw new Error("No file, or no day");
  const problems = checkReleaseDay(parsed.value, released, "f.txt");
  expect(problems.map(({ kind }) => kind)).toEqual(kinds);
  for (const { message, at } of problems) {
    expect(message).toContain("2003-12");
    expect(at).toMatchObject({ file: "f.txt", column: 2 });
  }
});
