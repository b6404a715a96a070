import { expect, test } from "vitest";
import type { ArticleDecision } from "#lib/articles/frontmatter";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { decisionState, takesDecision } from "./decision-state.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const [april, june, july] = [day("2026-04-15"), day("2026-06-18"), day("2026-07-16")];

function made(decision: "signed" | "left", vintage: VintageDate): ArticleDecision[] {
  return [{ vintage, decision, by: "A", on: vintage, note: "So" }];
}

test.each([
  ["what is written at the vintage", june, june, [], "none", false],
  ["what is written after it", july, june, [], "none", false],
  ["what nobody has read at it", june, july, [], "waiting", true],
  ["what was left at an older one", june, july, made("left", june), "waiting", true],
  ["what was signed at an older one", june, july, made("signed", june), "waiting", true],
  ["what was left at it, and may be signed yet", june, july, made("left", july), "decided", true],
  ["what was left at a later one", april, june, made("left", july), "decided", false],
  [
    "what was left at a later one, asked of its own",
    june,
    june,
    made("left", july),
    "decided",
    false,
  ],
  ["what was signed at it", july, july, made("signed", july), "decided", false],
] as const)("%s", (_, asOf, to, decisions, state, takes) => {
  expect(decisionState({ asOf, to, decisions })).toBe(state);
  expect(takesDecision({ asOf, to, decisions })).toBe(takes);
});
