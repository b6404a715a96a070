import { expect, test } from "vitest";
import { splitText } from "./split-text.ts";

test("headings, items and rows end with their line, and paragraphs at an empty one", () => {
  const text =
    "# Holdings\nJapan held\nmore.\n\n- China sold.\nCountry | Dec 2025\n| Japan | 1185.5 |\n";
  expect(splitText(text).map(({ kind, text: words }) => [kind, words])).toEqual([
    ["heading", "# Holdings"],
    ["paragraph", "Japan held\nmore."],
    ["item", "- China sold."],
    ["paragraph", "Country | Dec 2025"],
    ["row", "| Japan | 1185.5 |"],
  ]);
});

test("lines that end in a carriage return lose it, and each part knows its place", () => {
  const text = "Japan held.\r\n\r\nChina sold.\r\n";
  for (const part of splitText(text)) {
    expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text);
    expect(part.text).not.toContain("\r");
  }
});

test("a paragraph without an end is cut", () => {
  expect(splitText("word ".repeat(9_000)).length).toBeGreaterThan(2);
});
