import { expect, test } from "vitest";
import { endsShow, findEndsTrouble, fitSayings, howToTie } from "./fit-sayings.ts";
import { parseExpression } from "#lib/expressions/parse";
import { readSayings } from "./read-sayings.ts";

function fitted(words: string, count: number): string[] {
  return fitSayings(sayingsIn(words), count).map(({ text }) => text);
}

function sayingsIn(words: string) {
  const read = readSayings(words);
  if ("trouble" in read) throw new Error(read.trouble.message);
  return read.sayings;
}

test.each([
  ["climbed for eleven straight months", 2, ["climbed", "eleven straight months"]],
  ["climbed for eleven straight months", 1, ["eleven straight months"]],
  ["falling for seven months in a row", 1, ["seven months in a row"]],
  ["fallen in every year since 2019", 1, ["every year since 2019"]],
  ["rose from $3.1 billion to $5.2 billion", 2, ["$3.1 billion", "$5.2 billion"]],
  ["fell to $3.1 billion", 1, ["fell", "$3.1 billion"]],
  ["rose in eleven of the twelve months", 1, ["eleven of the twelve months"]],
  ["net sellers of stocks in only three months", 1, ["three"]],
  ["net buyers of stocks in all but three months", 1, ["all but three months"]],
  ["$5.2 billion, up from $3.1 billion", 2, ["$5.2 billion", "$3.1 billion"]],
  ["$5.2 billion, down from $3.1 billion", 2, ["$5.2 billion", "down from", "$3.1 billion"]],
  ["$3.1 billion, down from $5.2 billion", 2, ["$3.1 billion", "$5.2 billion"]],
  ["fell from $3.1 billion to $5.2 billion", 2, ["fell", "$3.1 billion", "$5.2 billion"]],
])("%s, beside %i: %j", (words, count, expected) => {
  expect(fitted(words, count)).toEqual(expected);
});

test.each([
  ["from $3.1 billion to $5.2 billion", "up", true],
  ["from $3.1 billion to $5.2 billion", "down", false],
  ["from $5.2 billion to $3.1 billion", "down", true],
  ["from $5 billion to $5.2 billion", "up", false],
  ["from $3.1 billion to 5 percent", "up", false],
] as const)("%s shows %s: %s", (words, direction, expected) => {
  expect(endsShow(sayingsIn(words), direction)).toBe(expected);
});

test.each([
  [
    "slid to $3.1 billion",
    'change(KEY, PERIOD, EARLIER) for "slid"; the amount for "$3.1 billion"',
  ],
  [
    "up from $3.1 billion",
    '("$5 billion, up from $3.1 billion") and give the later and the earlier',
  ],
])("%s is tied with: %s", (words, fix) => {
  expect(howToTie(sayingsIn(words))).toContain(fix);
});

test.each([
  ["$5.2 billion, up from $3.1 billion", 2025, 2024, null],
  ["$5.2 billion, up from $3.1 billion", 2024, 2025, "wrong-shape"],
  ["rose from $3.1 billion to $5.2 billion", 2024, 2025, null],
  ["rose from $3.1 billion to $5.2 billion", 2025, 2024, "wrong-shape"],
])("%s, of %i and %i", (words, first, second, kind) => {
  const trees = [first, second].flatMap((year) => {
    const parsed = parseExpression(`sum(slt1.total.net.japan, ${year})`);
    return parsed.ok ? [parsed.tree] : [];
  });
  expect(findEndsTrouble("", words, trees)?.kind ?? null).toBe(kind);
});

test("an amount beside the change from it is no second time", () => {
  const now = "sum(slt1.total.net.japan, 2025)";
  const then = "sum(slt1.total.net.japan, 2024)";
  const trees = [`${now} - ${then}`, then].flatMap((text) => {
    const parsed = parseExpression(text);
    return parsed.ok ? [parsed.tree] : [];
  });
  expect(findEndsTrouble("", "up from $3.1 billion", trees)).toBeNull();
});
