import { expect, test } from "vitest";
import type { Outcome } from "#lib/suggest/found-figure";
import { isVintageDate } from "#lib/series/observation";
import type { DescribedFigure } from "./check-text-receipt.ts";
import { fitFigures } from "./check-text-room.ts";

const [day] = ["2026-06-18"].filter(isVintageDate);

function figureOf(outcome: Outcome, sha256: string): DescribedFigure {
  if (day === undefined) throw new TypeError("No such day");
  const file = { release: "mfh", vintage: day, file: "a.txt", url: "https://a.example", bytes: 1 };
  return {
    ...{ text: "$5 billion", outcome, isExact: true, note: "It does.", instead: null },
    ...{ sentence: { before: "a ", said: "b", after: "" }, others: [] },
    receipt: {
      ...{ expression: "at(a, 2025)", words: "a", asOf: day, computed: "$5 billion" },
      ...{ interval: null, reasons: [], cells: [], cellCount: 1, readings: [], readingsLeft: 0 },
      series: [{ key: "a", title: "A" }],
      citation: "c",
      snapshots: [{ ...file, sha256, retrieved: null, note: null }],
    },
  };
}

test("a text with few figures has all of each, and each file once", () => {
  const { figures, files } = fitFigures(
    [figureOf("supported", "1"), figureOf("drifted", "1")],
    "a",
  );
  expect(figures.map(({ receipt, inShort }) => [receipt?.citation, inShort])).toEqual([
    ["c", null],
    ["c", null],
  ]);
  expect(files.map(({ sha256 }) => sha256)).toEqual(["1"]);
});

test("of many figures those that are wrong are told in full, and of each the least is", () => {
  const right = Array.from({ length: 399 }, () => figureOf("supported", "1"));
  const { figures, files } = fitFigures([...right, figureOf("contradicted", "2")], "a");
  expect(figures).toHaveLength(400);
  expect(figures.at(-1)?.receipt).not.toBeNull();
  expect(figures.at(-2)).toMatchObject({
    ...{ note: "It does.", sentence: null, receipt: null, others: [] },
    inShort: { expression: "at(a, 2025)", computed: "$5 billion", asOf: day, key: "a" },
  });
  expect(files.map(({ sha256 }) => sha256)).toEqual(["2", "1"]);
});
