import { wordAt, type Token } from "./word-token.ts";

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

const units = new Map(small.map((word, number) => [word, number]));
const tenfolds = new Map(tens.map((word, place) => [word, (place + 2) * 10]));
const places = new Map(ordinals.map((word, place) => [word, place]));

/** A number in words up to 999 ("twelve", "twenty-five", "a hundred and six", "a dozen"), and the place behind it. */
export function numberWordsAt(
  tokens: readonly Token[],
  at: number,
): { readonly number: number; readonly end: number } | null {
  const isArticle = wordAt(tokens, at) === "a";
  const first = isArticle ? { number: 1, end: at + 1 } : belowHundredAt(tokens, at);
  if (first === null) {
    return wordAt(tokens, at) === "dozen" ? { number: 12, end: at + 1 } : null;
  }
  const next = wordAt(tokens, first.end);
  if (next === "dozen") return { number: first.number * 12, end: first.end + 1 };
  if (next !== "hundred" || first.number > 9) return isArticle ? null : first;
  const hundreds = { number: first.number * 100, end: first.end + 1 };
  const joined = wordAt(tokens, hundreds.end) === "and" ? hundreds.end + 1 : hundreds.end;
  const rest = belowHundredAt(tokens, joined);
  return rest === null ? hundreds : { number: hundreds.number + rest.number, end: rest.end };
}

/** A whole number in words or in digits without a unit. */
export function wholeNumberAt(
  tokens: readonly Token[],
  at: number,
): { readonly number: number; readonly end: number } | null {
  const token = tokens[at];
  if (token?.kind !== "amount") return numberWordsAt(tokens, at);
  const { amount, dimension, power, decimals } = token.figure;
  const isWhole = dimension === "number" && power === 0 && decimals === 0;
  return isWhole ? { number: amount.toNumber(), end: at + 1 } : null;
}

/** The number of an ordinal, "third" or "3rd". */
export function ordinalOf(word: string): number | null {
  const place = places.get(word);
  if (place !== undefined) return place > 0 ? place : null;
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** "eleven", and digits from 20. */
export function numberInWords(number: number): string {
  return small[number] ?? String(number);
}

/** "eleventh", and "21st" from 21. */
export function ordinalInWords(number: number): string {
  const word = number > 0 ? ordinals[number] : undefined;
  if (word !== undefined) return word;
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return `${number}${(isTeen ? undefined : ["th", "st", "nd", "rd"][number % 10]) ?? "th"}`;
}

function belowHundredAt(tokens: readonly Token[], at: number) {
  const word = wordAt(tokens, at);
  const unit = units.get(word);
  if (unit !== undefined) return { number: unit, end: at + 1 };
  const ten = tenfolds.get(word);
  if (ten === undefined) return null;
  const rest = units.get(wordAt(tokens, at + 1)) ?? 0;
  return rest > 0 && rest < 10 ? { number: ten + rest, end: at + 2 } : { number: ten, end: at + 1 };
}
