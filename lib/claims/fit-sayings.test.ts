import { expect, test } from "vitest";
import { endsShow, fitSayings } from "./fit-sayings.ts";
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
  ["rose in eleven of the twelve months", 1, ["rose", "eleven of the twelve months"]],
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
