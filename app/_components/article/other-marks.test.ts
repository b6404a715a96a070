import { expect, test } from "vitest";
import { otherMarks } from "./other-marks.ts";

function said(quoted: number, exemptFigures: number, exemptWords: number) {
  return otherMarks({ quoted, exempt: exemptFigures }, { exempt: exemptWords });
}

test("what is quoted and what is exempt is counted, one of a kind in the singular", () => {
  expect(said(12, 3, 1)).toBe("12 figures are quoted; 3 figures and 1 word are exempt.");
  expect(said(1, 0, 1)).toBe("1 figure is quoted; 1 word is exempt.");
});

test("what there is none of goes without saying", () => {
  expect(said(0, 0, 2)).toBe("2 words are exempt.");
  expect(said(0, 0, 0)).toBe("");
});
