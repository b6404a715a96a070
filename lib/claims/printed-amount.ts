import { Decimal } from "#lib/series/decimal";
import type { Dimension } from "#lib/series/format";
import {
  dollarWord,
  foreignWord,
  joint,
  minusClass,
  percentWord,
  pointsWord,
  scalePowers,
  scaleWord,
} from "./figure-words.ts";
import { spanOf, type TextSpan } from "./text-span.ts";

/** An amount as printed: "$1.62 trillion", "-$208.1 billion", "$683.5bn", "4.7 percent", "12". */
export interface PrintedAmount extends TextSpan {
  readonly type: "amount";
  /** What the text says, in base units (whole dollars). */
  readonly amount: Decimal;
  readonly dimension: Dimension;
  /** Value of one unit of the last digit printed: 10,000,000,000 for "$1.62 trillion". */
  readonly step: Decimal;
  readonly decimals: number;
  readonly power: number;
  /** Printed in percentage points or basis points: a difference of two percentages, no percentage itself. */
  readonly isPoints: boolean;
}

/** A figure that a reader understands and we cannot hold against data: why, and what to do. */
export interface UnreadableFigure extends TextSpan {
  readonly type: "unreadable";
  readonly reason: string;
  readonly fix: string;
}

const code = "USD|EUR|GBP|JPY|CNY|CNH|RMB|HKD|AUD|CAD|CHF|SGD|NZD|KRW|INR";

/**
 * A sign, a currency, digits, a scale word, and what they count. The sign may stand before or after the currency, but is
 * none behind a letter or digit ("2024-25", "stocks—$5"). The digits take whatever looks like part of the number, so that
 * "1,5" is found whole and refused, not read as 1. They start where no letter or number runs into them.
 */
const shape = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}_)])(?<sign>[+${minusClass}]))?` +
    String.raw`(?:(?<currency>(?<!\p{L})(?:(?:US|U\.S\.) {0,3}\$|${code}|\p{L}{1,4}\$)|\p{Sc}) {0,3}(?<inner>[${minusClass}])?)?` +
    String.raw`(?<digits>(?:(?<=${code})|(?<![\p{L}\p{N}_]|\d[.,]))\d(?:[\d.,]*\d)?|(?<![\p{L}\p{N}_.])\.\d+)` +
    String.raw`(?:${joint}(?<scale>${scaleWord}))?` +
    String.raw`(?:${joint}(?:(?<percent>${percentWord})|(?<points>${pointsWord})|(?<dollars>${dollarWord})` +
    String.raw`|(?<foreign>${foreignWord})|(?<times>[x\u00d7](?![\p{L}\p{N}]))))?`,
  "giu",
);

const wellFormed = /^(?:\d{1,3}(?:,\d{3}){1,12}|\d{1,40})?(?:\.\d{1,40})?$/;
const foreignDigits = /(?:(?![0-9])\p{N})+/gu;

/** The amounts of a text read by `plainSpaces`, and the figures that cannot be read. Years are found too. */
export function findAmounts(text: string): (PrintedAmount | UnreadableFigure)[] {
  const amounts = [...text.matchAll(shape)].filter((match) => isAmount(match, text)).map(toAmount);
  const foreign = [...text.matchAll(foreignDigits)].map((match): UnreadableFigure => ({
    type: "unreadable",
    reason: "is not in plain digits",
    fix: "write it in plain digits, such as 1,234.5",
    ...spanOf(match),
  }));
  return [...amounts, ...foreign];
}

/** Digits alone that run into a letter are a name ("13F", "21st"); with a currency or a unit they are an amount. */
function isAmount(match: RegExpMatchArray, text: string): boolean {
  const { currency, scale, percent, points, dollars, foreign, times } = match.groups ?? {};
  const tied = currency ?? scale ?? percent ?? points ?? dollars ?? foreign ?? times;
  return tied !== undefined || !/^[\p{L}\p{N}_]/u.test(text.slice(spanOf(match).end).slice(0, 2));
}

function toAmount(match: RegExpMatchArray): PrintedAmount | UnreadableFigure {
  const { sign = "", inner = "", digits = "", scale, percent, points } = match.groups ?? {};
  const trouble = findTrouble(match.groups ?? {});
  if (trouble) return { type: "unreadable", ...trouble, ...spanOf(match) };
  // A basis point is a hundredth of a percent.
  const unit = points === undefined ? 0 : -2;
  const power = scale === undefined ? unit : (scalePowers[scale.toLowerCase()] ?? 0);
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const size = new Decimal(digits.replaceAll(",", "")).times(Decimal.pow(10, power));
  return {
    type: "amount",
    amount: /[^+]/u.test(sign + inner) ? size.negated() : size,
    dimension: dimensionOf(match.groups ?? {}),
    step: Decimal.pow(10, power - decimals),
    decimals,
    power,
    isPoints: points !== undefined || isPointsWord(percent),
    ...spanOf(match),
  };
}

/** Whether a word for percent is one for percentage points. */
function isPointsWord(percent: string | undefined): boolean {
  return percent !== undefined && /point|^pp$/iu.test(percent);
}

function dimensionOf({ currency, percent, points, dollars }: Parts): Dimension {
  if (percent !== undefined || points !== undefined) return "percent";
  return currency !== undefined || dollars !== undefined ? "USD" : "number";
}

type Parts = Readonly<Record<string, string | undefined>>;

function findTrouble({
  currency,
  digits = "",
  scale,
  percent,
  points,
  foreign,
  times,
}: Parts): { reason: string; fix: string } | null {
  if (!wellFormed.test(digits)) {
    return {
      reason: "is not a number we can read",
      fix: "write it with groups of three and a decimal point, such as 1,234.5",
    };
  }
  const isDollar = currency === undefined || /^(?:(?:US|U\.S\.) *)?\$$|^USD$/iu.test(currency);
  if (!isDollar || foreign !== undefined) {
    return {
      reason: "is in a currency that is not the dollar",
      fix: 'give the figure in dollars, or mark it <Quoted source="…">',
    };
  }
  if (points === "\u2030" || (points !== undefined && scale !== undefined)) {
    return { reason: "is not in percent", fix: "write it in percent, such as 0.4 percent" };
  }
  if (currency !== undefined && (percent ?? points ?? times) !== undefined) {
    return { reason: "has a dollar sign and another unit", fix: "keep one of the two" };
  }
  return null;
}
