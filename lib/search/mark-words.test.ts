import { expect, test } from "vitest";
import { excerptOf, markWords, type MarkedPiece } from "./mark-words.ts";
import { stemOf } from "./stem.ts";

function print(pieces: readonly MarkedPiece[]): string {
  return pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");
}

function runs(...words: string[]) {
  return words.map((word) => ({ stems: word.split(" "), isBeginning: false }));
}

test("words are marked in whatever form they stand", () => {
  expect(print(markWords("Purchases were purchased.", runs("purchas")))).toBe(
    "[Purchases] were [purchased].",
  );
});

test("a name of two words is marked where both stand, and one of them is not", () => {
  const text = "The United Kingdom and the United States";
  expect(print(markWords(text, runs("unit kingdom")))).toBe(
    "The [United Kingdom] and the United States",
  );
});

test("a beginning marks the words that begin so", () => {
  expect(print(markWords("Japan, the Japanese", [{ stems: ["jap"], isBeginning: true }]))).toBe(
    "[Japan], the [Japanese]",
  );
});

test("of a long text the part is shown that has most of what was looked for", () => {
  const text = `${"Once one gold bar lay here. ".repeat(20)}Then gold and silver were sold.${" More words.".repeat(40)}`;
  const shown = print(excerptOf(text, runs("gold", "silver", "sold")));
  expect(shown).toContain("[gold] and [silver] were [sold]");
  expect(shown.length).toBeLessThan(240);
  expect(shown).toMatch(/^… .* …$/);
});

test("forms of a word have one stem, and unlike words do not", () => {
  for (const [word, stem] of [
    ["purchases", "purchas"],
    ["purchase", "purchas"],
    ["securities", "security"],
    ["holdings", "hold"],
    ["selling", "sel"],
    ["sell", "sel"],
    ["revised", "revis"],
    ["revise", "revis"],
    ["bonds", "bond"],
    ["us", "us"],
    ["king", "king"],
  ] as const) {
    expect(stemOf(word), word).toBe(stem);
  }
});
