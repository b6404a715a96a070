import { expect, test } from "vitest";
import { exampleFigure } from "#lib/marks/example-figure";
import { confidenceWord, printFigure, printSummary, printWritten } from "./suggest-print.ts";

const text = "It rose by $5\nbillion.";
const span = { start: 11, end: 21 };
const at = { file: "a.txt", line: 1, column: 12 };
const figure = exampleFigure(text, span, ["at(a.b.c, 2025-12)", "at(a.b.d, 2025-12)"], {
  note: "“Holdings”: $5 billion.",
});

test("a figure is told with its place, its outcome, and what gives it", () => {
  expect(printFigure({ figure, at }, 1)).toBe(
    [
      'a.txt:1:12  "$5 billion"  supported',
      "    “Holdings”: $5 billion.",
      "    1. at(a.b.c, 2025-12)",
      "       $5 billion as of 2026-06-18, sure",
      "    1 more with --limit 2",
      "",
    ].join("\n"),
  );
});

test.each([
  [0.95, "sure"],
  [0.8, "sure"],
  [0.6, "likely"],
  [0.3, "possible"],
  [0.1, "a guess"],
])("%s is %s", (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word);
});

test.each([
  [[], 0, "No figures.\n"],
  [[figure], 0, "1 figure: 1 supported.\n"],
  [
    [figure, { ...figure, outcome: "unknown" as const }],
    3,
    "2 figures: 1 supported, 1 unknown. 3 more were not looked at: give the text in parts.\n",
  ],
])("the summary counts what there is", (figures, left, expected) => {
  expect(printSummary(figures, left)).toBe(expected);
});

test("what was written and what was left is told in the order of the text", () => {
  const later = exampleFigure(text, { start: 14, end: 21 }, []);
  const marked = {
    source: "",
    written: [{ figure: later, words: "$7\nbillion", expression: "at(a.b.c, 2025-12)" }],
    left: [{ figure, reason: "No series gives it." }],
  };
  expect(printWritten(marked, ({ start }) => ({ ...at, column: start }))).toBe(
    [
      'a.txt:1:11  "$5 billion" left as it is: No series gives it.',
      'a.txt:1:14  <Claim of="at(a.b.c, 2025-12)">$7 billion</Claim>',
      "1 mark written, 1 left as they are.",
      "",
    ].join("\n"),
  );
});
