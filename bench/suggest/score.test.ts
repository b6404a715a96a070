import { expect, test } from "vitest";
import { exampleFigure } from "#lib/marks/example-figure";
import { rate, score } from "./score.ts";
import { readPrinted } from "./label-value.ts";
import type { LabelledText } from "./truth.ts";

const text = "It rose by $5 billion in 2025.";
const label = {
  ...{ start: 11, end: 21, text: "$5 billion" },
  rests: ["at(press.line-3, 2025-12)", "at(slt1.total.net.grand-total, 2025-12)"],
  outcome: "supported" as const,
};
const labelled: LabelledText = {
  ...{ name: "a", text, labels: [label] },
  labelled: { start: 0, end: text.length },
};
const at = { start: 11, end: 21 };

test.each([
  [["at(press.line-3, 2025-12)"], 1, null],
  [["-at(press.line-3, 2025-12)"], 1, null],
  [["asOf(at(slt1.total.net.grand-total, 2025-12), 2026-06-18)"], 1, null],
  [["at(press.line-4, 2025-12)", "at(press.line-3, 2025-12)"], 2, "ranked lower"],
  [["at(press.line-3, 2025-11)"], null, "wrong period"],
  [["change(press.line-3, 2025-12)"], null, "right cells, another computation"],
  [["at(press.line-4, 2025-12)"], null, "right series not among the candidates"],
  [[], null, "no proposal"],
] as const)("%j: right at %s, %s", (expressions, place, cause) => {
  const [scored] = score(labelled, [exampleFigure(text, at, expressions)]);
  expect(scored).toMatchObject({ place, cause });
});

test("a figure that is not found is a miss, and a year that is found is a mistake", () => {
  const year = exampleFigure(text, { start: 25, end: 29 }, ["at(press.line-3, 2025-12)"]);
  expect(score(labelled, [year]).map(({ cause }) => cause)).toEqual([
    "not found as a figure",
    "a date or a name taken for a figure",
  ]);
});

test("what stands outside the labelled part is not counted", () => {
  const part = { ...labelled, labels: [], labelled: { start: 0, end: 5 } };
  expect(score(part, [exampleFigure(text, at, [])])).toEqual([]);
});

test("precision is of figures that something is proposed for, recall of figures that a table has", () => {
  const scored = [
    ...score(labelled, [exampleFigure(text, at, ["at(press.line-3, 2025-12)"])]),
    ...score(labelled, [exampleFigure(text, at, ["at(press.line-4, 2025-12)"])]),
    ...score(labelled, []),
    ...score({ ...labelled, labels: [{ ...label, rests: [], outcome: "unknown" }] }, []),
  ];
  expect(rate(scored)).toMatchObject({
    ...{ labels: 4, data: 3, proposedFor: 2, precision: [1 / 2, 1 / 2], recall: [1 / 3, 1 / 3] },
    outcomes: 3 / 4,
    wronglySure: 0,
  });
});

test.each([
  ["$74.7 billion", "74700000000", "50000000"],
  ["$1,209.9 billion", "1209900000000", "50000000"],
  ["$1.50 trillion", "1500000000000", "5000000000"],
  ["$32.9billion", "32900000000", "50000000"],
  ["62 percent", "62", "0.5"],
  ["second-largest", "2", "0"],
])("%s is read as %s, give or take %s", (figure, value, slack) => {
  const printed = readPrinted(figure);
  expect([printed.value.toFixed(), printed.slack.toFixed()]).toEqual([value, slack]);
});
