import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Standing } from "#lib/site/receipt";
import { standingSentence } from "./standing-sentence.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

const asOf = day("2026-02-18");

function sentence(standing: Standing): string {
  const later = [{ vintage: day("2026-06-18"), computed: "$82.4 billion", standing }];
  return standingSentence({ asOf, pinned: false, standing, later });
}

test("a claim read at the newest vintage names only that one", () => {
  expect(standingSentence({ asOf, pinned: false, standing: "holds", later: [] })).toBe(
    "In the vintage of February 18, 2026, the newest held.",
  );
});

test("a claim that a later vintage confirms says so", () => {
  expect(sentence("holds")).toBe(
    "In the vintage of February 18, 2026, and still in that of June 18, 2026.",
  );
});

test("drift and flip are told apart", () => {
  expect(sentence("drifted")).toContain("the digits no longer round to it");
  expect(sentence("flipped")).toContain("changes its meaning");
});

test("a later vintage without the figures is told apart from one that confirms", () => {
  expect(sentence("unanswered")).toContain("no longer gives the figures");
});

test("a claim about one vintage is not held against later ones", () => {
  const later = [
    { vintage: day("2026-06-18"), computed: "$82.4 billion", standing: "drifted" as const },
  ];
  expect(standingSentence({ asOf, pinned: true, standing: "holds", later })).toBe(
    "In the vintage of February 18, 2026, which the sentence is about.",
  );
});
