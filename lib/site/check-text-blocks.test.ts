import { expect, test } from "vitest";
import type { FoundFigure } from "#lib/suggest/found-figure";
import { splitText } from "#lib/suggest/split-text";
import { blocksOf, type CheckedBlock } from "./check-text-blocks.ts";

/** Figures that are in the text as they are given, each where it first stands. */
function figuresIn(source: string, texts: readonly string[]): FoundFigure[] {
  return texts.map((text) => {
    const start = source.indexOf(text);
    const span = { start, end: start + text.length };
    return {
      ...span,
      text,
      said: span,
      sentence: span,
      outcome: "unknown",
      proposals: [],
      note: "",
    };
  });
}

/** Figures in brackets, with their numbers. */
function shown(source: string, texts: readonly string[] = []): (string | string[][])[] {
  const write = (block: CheckedBlock) => {
    const runs = (all: Extract<CheckedBlock, { runs: unknown }>["runs"]) =>
      all.map((run) => (typeof run === "string" ? run : `[${run.figure} ${run.text}]`)).join("");
    return block.kind === "table"
      ? block.rows.map((cells) => cells.map(runs))
      : `${block.kind}: ${runs(block.runs)}`;
  };
  return blocksOf(source, splitText(source), figuresIn(source, texts)).map(write);
}

test("paragraphs come back with their figures in place", () => {
  expect(
    shown("Japan held $1.1 trillion, China $0.7 trillion.\n\nNothing.", [
      "$1.1 trillion",
      "$0.7 trillion",
    ]),
  ).toEqual([
    "paragraph: Japan held [0 $1.1 trillion], China [1 $0.7 trillion].",
    "paragraph: Nothing.",
  ]);
});

test("rows of a spreadsheet are a table", () => {
  expect(shown("Holder\tMay\tJune\nJapan\t1.1\t1.2\nChina\t0.7\t0.8", ["1.2"])).toEqual([
    [
      ["Holder", "May", "June"],
      ["Japan", "1.1", "[0 1.2]"],
      ["China", "0.7", "0.8"],
    ],
  ]);
});

test("so is a table of Markdown, without its lines", () => {
  expect(
    shown("| Holder | May |\n|---|---:|\n| Japan | $1.1 trillion |", ["$1.1 trillion"]),
  ).toEqual([
    [
      [" Holder ", " May "],
      [" Japan ", " [0 $1.1 trillion] "],
    ],
  ]);
});

test("a number alone in its line is no table", () => {
  expect(shown("The end.\n\n3\n\nThe next page.")).toEqual([
    "paragraph: The end.",
    "paragraph: 3",
    "paragraph: The next page.",
  ]);
});

test("markup that is left in a text is text", () => {
  expect(shown("A <foo onclick=x> of $5 billion", ["$5 billion"])).toEqual([
    "paragraph: A <foo onclick=x> of [0 $5 billion]",
  ]);
});

test("a figure that overlaps another is shown once", () => {
  const source = "fell by $5 billion";
  expect(shown(source, ["$5 billion", "5"])).toEqual(["paragraph: fell by [0 $5 billion]"]);
});

test("nothing has no parts", () => expect(shown("")).toEqual([]));
