import { expect, test } from "vitest";
import { checkShownText } from "./check-shown-text.ts";

const mark = '<Exempt reason="an example" because="example">$5 billion</Exempt> ';

function problemsOf(text: string, explains = true): string[] {
  const placeOf = (offset: number) => ({ file: "f.yml", line: 1, column: offset + 1 });
  return checkShownText({ text, what: "a note", explains, placeOf }).map(
    ({ kind, at }) => `${at.column} ${kind}`,
  );
}

test("what is marked is no figure, and all else keeps its place", () => {
  expect(problemsOf(`${mark}and $7 billion`)).toEqual([`${mark.length + 5} unmarked-figure`]);
  expect(problemsOf(mark.replace(' because="example"', ""))).toEqual(["1 exempt-figure"]);
  expect(problemsOf(mark, false)).toContain("1 mark");
});
