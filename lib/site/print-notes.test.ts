import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { printNotes } from "./print-notes.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

test("a claim on paper says what it computes, its value and its receipt, and a vintage of its own", () => {
  const asOf = day("2026-06-18");
  const claims = [
    { id: "c1", expression: "net < 1", computed: "true", asOf },
    { id: "c2", expression: "net", computed: "$1.6 billion", asOf: day("2026-02-18") },
  ];
  expect(printNotes(claims, asOf)).toBe(
    "<li><code>net &#x3C; 1</code> gives true. …/c1</li>" +
      "<li><code>net</code> gives $1.6 billion (vintage of February 18, 2026). …/c2</li>",
  );
});
