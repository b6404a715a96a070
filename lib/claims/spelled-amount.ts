import { Decimal } from "#lib/series/decimal";
import type { Dimension } from "#lib/series/format";
import { scalePowers } from "./figure-words.ts";
import { numberWordsAt } from "./number-words.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import type { PrintedAmount } from "./printed-amount.ts";
import { spanOfTokens, wordAt, type Token } from "./word-token.ts";

const units = createPhraseTable({
  percent: "percent|per cent|pct",
  points: "percentage point|percentage points|pp",
  basis: "basis point|basis points|bps|bp",
  USD: "dollars|dollar|us dollars|u.s. dollars",
});

/** An amount in words: "two trillion dollars", "twenty-five percent", "one and a half billion", "half a trillion". */
export function spelledAmountAt(
  tokens: readonly Token[],
  at: number,
): { readonly figure: PrintedAmount; readonly end: number } | null {
  const part = partOfOneAt(tokens, at);
  if (part) return part;
  const number = countAt(tokens, at);
  if (number === null) return null;
  const scale = scalePowers[wordAt(tokens, number.end)];
  const afterScale = scale === undefined ? number.end : number.end + 1;
  const unit = phraseAt(units, tokens, afterScale);
  if (scale === undefined && (unit === null || unit.value === "USD")) return null;
  const end = unit?.end ?? afterScale;
  const power = unit?.value === "basis" ? -2 : (scale ?? 0);
  const decimals = number.count.decimalPlaces();
  const dimension: Dimension = unit === null ? "number" : unit.value === "USD" ? "USD" : "percent";
  const figure: PrintedAmount = {
    type: "amount",
    amount: number.count.times(Decimal.pow(10, power)),
    dimension,
    step: Decimal.pow(10, power - decimals),
    decimals,
    power,
    isPoints: unit?.value === "points" || unit?.value === "basis",
    ...spanOfTokens(tokens, at, end),
  };
  return { figure, end };
}

const parts: ReadonlyMap<string, string> = new Map([
  ["half", "0.5"],
  ["quarter", "0.25"],
  ["fifth", "0.2"],
  ["tenth", "0.1"],
  ["twentieth", "0.05"],
  ["hundredth", "0.01"],
  ["thousandth", "0.001"],
]);

/** "A tenth of 1 percent", "two-tenths of a percentage point": a part of one, to the digit that it names. */
function partOfOneAt(
  tokens: readonly Token[],
  at: number,
): { readonly figure: PrintedAmount; readonly end: number } | null {
  const isArticle = /^an?$/.test(wordAt(tokens, at));
  const top = isArticle ? { number: 1, end: at + 1 } : numberWordsAt(tokens, at);
  const part = top && parts.get(wordAt(tokens, top.end).replace(/(?<=t?h)s$/, ""));
  if (top === null || !part || wordAt(tokens, top.end + 1) !== "of") return null;
  const one = percentOneAt(tokens, top.end + 2);
  if (one === null) return null;
  const amount = new Decimal(part).times(top.number);
  const decimals = new Decimal(part).decimalPlaces();
  const figure: PrintedAmount = {
    type: "amount",
    amount,
    dimension: "percent",
    step: Decimal.pow(10, -decimals),
    decimals,
    power: 0,
    isPoints: one.isPoints,
    ...spanOfTokens(tokens, at, one.end),
  };
  return { figure, end: one.end };
}

/** "1 percent", "one percent", "a percentage point". */
function percentOneAt(
  tokens: readonly Token[],
  at: number,
): { readonly isPoints: boolean; readonly end: number } | null {
  const token = tokens[at];
  if (token?.kind === "amount") {
    const { amount, dimension, isPoints, power } = token.figure;
    return dimension === "percent" && power === 0 && amount.eq(1)
      ? { isPoints, end: at + 1 }
      : null;
  }
  const unit = /^(?:an?|one)$/.test(wordAt(tokens, at)) ? phraseAt(units, tokens, at + 1) : null;
  if (unit?.value !== "percent" && unit?.value !== "points") return null;
  return { isPoints: unit.value === "points", end: unit.end };
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);
const vague: ReadonlySet<string> = new Set(
  "hundreds thousands tens dozens few several couple many score scores umpteen untold countless".split(
    " ",
  ),
);

/** Words for how many of a scale nobody can say: "hundreds of billions", "a few million". */
export function vagueAmountAt(tokens: readonly Token[], at: number): number | null {
  const start = articles.has(wordAt(tokens, at)) ? at + 1 : at;
  const digits = numberWordsAt(tokens, at);
  // "A ten-figure sum" may be any of nine.
  if (digits && wordAt(tokens, digits.end) === "figure" && isSum(wordAt(tokens, digits.end + 1))) {
    return digits.end;
  }
  if (!vague.has(wordAt(tokens, start))) return null;
  const next = wordAt(tokens, start + 1) === "of" ? start + 2 : start + 1;
  const scaled = /^(?:hundreds|thousands|tens)$/.test(wordAt(tokens, next)) ? next + 2 : next;
  return [next, scaled].find((place) => Object.hasOwn(scalePowers, wordAt(tokens, place))) ?? null;
}

function isSum(word: string): boolean {
  return /^(?:sums?|amounts?|totals?|purchases?|sales?|inflows?|outflows?|rises?|falls?)$/.test(
    word,
  );
}

/** How many of the scale or unit behind it: "two", "one and a half", "half a", "a". */
function countAt(tokens: readonly Token[], at: number) {
  const word = wordAt(tokens, at);
  if (word === "half" && /^an?$/.test(wordAt(tokens, at + 1))) {
    return { count: new Decimal("0.5"), end: at + 2 };
  }
  const number = numberWordsAt(tokens, at) ?? (word === "a" ? { number: 1, end: at + 1 } : null);
  if (number === null) return null;
  const hasHalf = ["and", "a", "half"].every(
    (each, step) => wordAt(tokens, number.end + step) === each,
  );
  return hasHalf
    ? { count: new Decimal(number.number).plus("0.5"), end: number.end + 3 }
    : { count: new Decimal(number.number), end: number.end };
}
