import { Decimal } from "#lib/series/decimal";
import { numberWordsAt, ordinalOf } from "./number-words.ts";
import { wordAt, type Token } from "./word-token.ts";

/** A fraction or a multiple in words, as a number, and the place behind it. */
export interface RatioWords {
  readonly ratio: Decimal;
  readonly isMultiple: boolean;
  readonly end: number;
}

const multiples: ReadonlyMap<string, number> = new Map([
  ["twice", 2],
  ["thrice", 3],
  ["double", 2],
  ["triple", 3],
  ["quadruple", 4],
]);

const articles: ReadonlySet<string> = new Set(["a", "an"]);

/** What may stand behind "a third" that is a part; behind "a third country" it is the third in a row. */
const afterPart =
  /^(?:|of|as|more|less|fewer|higher|lower|larger|smaller|bigger|greater|above|below|up|down|the|that|what|those|its|their|in|from|since|over|to|and|or|on|by|for|at|increase|decrease|rise|fall|decline|drop|gain|again)$/;

/** "half", "a third", "three-fifths", "two and a half times", "twice", "double". */
export function ratioWordsAt(tokens: readonly Token[], at: number): RatioWords | null {
  const word = wordAt(tokens, at);
  const multiple = multiples.get(word);
  if (multiple !== undefined) {
    return { ratio: new Decimal(multiple), isMultiple: true, end: at + 1 };
  }
  return timesAt(tokens, at) ?? halfAt(tokens, at) ?? fractionAt(tokens, at) ?? everyAt(tokens, at);
}

/** "three times", "two and a half times", "2.5 times": always the digits or words just before. */
function timesAt(tokens: readonly Token[], at: number): RatioWords | null {
  const number = numberWordsAt(tokens, at);
  if (number === null) return null;
  const hasHalf = ["and", "a", "half"].every(
    (each, step) => wordAt(tokens, number.end + step) === each,
  );
  const end = hasHalf ? number.end + 3 : number.end;
  if (wordAt(tokens, end) !== "times") return null;
  const ratio = new Decimal(number.number).plus(hasHalf ? "0.5" : 0);
  return { ratio, isMultiple: true, end: end + 1 };
}

/** "half" of anything but of a year: "the first half of 2025" is a date. */
function halfAt(tokens: readonly Token[], at: number): RatioWords | null {
  const word = wordAt(tokens, at);
  const start = articles.has(word) || word === "one" ? at + 1 : at;
  if (wordAt(tokens, start) !== "half") return null;
  const isDate =
    /^(?:first|second|latter|1st|2nd|early|and)$/.test(wordAt(tokens, at - 1)) ||
    /^(?:years?|yearly|yr)$/.test(wordAt(tokens, start + 1));
  if (isDate) return null;
  return { ratio: new Decimal("0.5"), isMultiple: false, end: start + 1 };
}

function fractionAt(tokens: readonly Token[], at: number): RatioWords | null {
  const isArticle = articles.has(wordAt(tokens, at));
  const top = isArticle ? { number: 1, end: at + 1 } : numberWordsAt(tokens, at);
  if (top === null || top.number === 0) return null;
  const chances = inWordsAt(tokens, top.end, top.number);
  if (chances && !isArticle) return chances;
  const parts = partsOf(wordAt(tokens, top.end), top.number > 1);
  if (parts === null || top.number >= parts) return null;
  if (isArticle && !afterPart.test(wordAt(tokens, top.end + 1))) return null;
  if (areTimes(tokens, at, top.end)) return null;
  return { ratio: new Decimal(top.number).div(parts), isMultiple: false, end: top.end + 1 };
}

/** "Rose in two quarters" is said of times, "in three quarters of them" of a part. */
function areTimes(tokens: readonly Token[], at: number, noun: number): boolean {
  const before = /^(?:only|just)$/.test(wordAt(tokens, at - 1)) ? at - 2 : at - 1;
  const isIn = wordAt(tokens, before) === "in" && wordAt(tokens, noun) === "quarters";
  return isIn && wordAt(tokens, noun + 1) !== "of";
}

/** What a whole is counted in, which may stand in "one dollar in five". */
const counted = /^(?:dollars?|bonds?|notes?|bills?|shares?|securities)$/;

/** "one in five", "one dollar in every five", "two out of five dollars": a part of the whole. */
function inWordsAt(tokens: readonly Token[], at: number, top: number): RatioWords | null {
  const start = counted.test(wordAt(tokens, at)) ? at + 1 : at;
  const joint = [["in", "every"], ["out", "of", "every"], ["of", "every"], ["in"]].find((words) =>
    words.every((word, step) => wordAt(tokens, start + step) === word),
  );
  const of = joint === undefined ? null : numberWordsAt(tokens, start + joint.length);
  if (of === null || of.number <= top) return null;
  const end = counted.test(wordAt(tokens, of.end)) ? of.end + 1 : of.end;
  return { ratio: new Decimal(top).div(of.number), isMultiple: false, end };
}

/** "every eighth dollar" is an eighth. */
function everyAt(tokens: readonly Token[], at: number): RatioWords | null {
  const part = wordAt(tokens, at) === "every" ? ordinalOf(wordAt(tokens, at + 1)) : null;
  if (part === null || part < 2 || !counted.test(wordAt(tokens, at + 2))) return null;
  return { ratio: new Decimal(1).div(part), isMultiple: false, end: at + 3 };
}

/** 5 for "fifth", or for "fifths" where several are meant; half is read elsewhere. */
function partsOf(word: string, isPlural: boolean): number | null {
  if (word.endsWith("s") !== isPlural) return null;
  const part = isPlural ? word.slice(0, -1) : word;
  if (part === "quarter") return 4;
  if (part === "hundredth") return 100;
  if (part === "thousandth") return 1000;
  const number = ordinalOf(part);
  return number !== null && number > 2 ? number : null;
}

const everyday = [
  ["a twentieth", 1, 20],
  ["a tenth", 1, 10],
  ["an eighth", 1, 8],
  ["a fifth", 1, 5],
  ["a quarter", 1, 4],
  ["a third", 1, 3],
  ["two-fifths", 2, 5],
  ["half", 1, 2],
  ["three-fifths", 3, 5],
  ["two-thirds", 2, 3],
  ["three-quarters", 3, 4],
  ["four-fifths", 4, 5],
  ["nine-tenths", 9, 10],
  ["twice", 2, 1],
  ["three times", 3, 1],
  ["four times", 4, 1],
  ["five times", 5, 1],
] as const;

/** The everyday fraction or multiple within a twentieth of a ratio, as "about two-fifths"; null when none is. */
export function nearestRatioWords(ratio: Decimal): string | null {
  const near = everyday.find(([, top, bottom]) => {
    const distance = ratio.times(bottom).div(top).minus(1).abs();
    return distance.lte("0.05");
  });
  return near === undefined ? null : `about ${near[0]}`;
}
