import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { findPeerTrouble } from "./claim-peers.ts";

const names: Readonly<Record<string, readonly string[]>> = {
  "mfh.holdings.japan": ["Japan"],
  "mfh.holdings.ireland": ["Ireland"],
  "mfh.holdings.france": ["France"],
  "mfh.holdings.united-kingdom": ["United Kingdom", "Britain"],
};

function kindOf(expression: string, sentence: string): string | undefined {
  const parsed = parseExpression(expression);
  if (!parsed.ok) throw new Error(expression);
  return findPeerTrouble(parsed.tree, sentence, (key) => names[key] ?? [])?.kind;
}

const picked = "rank(mfh.holdings.japan, 2025-12, mfh.holdings.{ireland,united-kingdom})";

test.each([
  ["Japan was the largest holder.", "unnamed-peers"],
  ["Of Japan and Ireland, Japan was the largest.", "unnamed-peers"],
  ["Japan’s holdings were larger than Ireland’s and Britain’s.", undefined],
  ["Japan was the largest holder; Ireland and Britain looked on.", "unnamed-peers"],
  ["Japan was the largest, ahead of Ireland and unlike Britain.", "unnamed-peers"],
  ["Japan was the largest, ahead of Britain but also behind no Ireland.", "unnamed-peers"],
  ["Japan was the largest, ahead of both Britain and Ireland.", undefined],
  ["Of Japan, Ireland and the United Kingdom, Japan was the largest.", undefined],
])("peers that somebody picked are named: %s", (sentence, kind) => {
  expect(kindOf(picked, sentence)).toBe(kind);
});

test.each([
  "rank(mfh.holdings.japan, 2025-12)",
  "rank(slt1.treasuries.net.japan, 2025-12, slt1.{equities,corporates}.net.japan)",
  "at(mfh.holdings.japan, 2025-12)",
])("%s has no peers that somebody picked", (expression) => {
  expect(kindOf(expression, "Japan was the largest.")).toBeUndefined();
});
