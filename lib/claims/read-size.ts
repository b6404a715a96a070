import { Decimal } from "#lib/series/decimal";
import {
  hedgedInterval,
  hedgedMultiple,
  hedgePhrases,
  postfixHedges,
  type HedgeKind,
} from "./hedge-words.ts";
import type { Interval } from "./interval.ts";
import { phraseAt } from "./phrase-table.ts";
import type { PrintedAmount } from "./printed-amount.ts";
import { ratioWordsAt } from "./ratio-words.ts";
import { partOf } from "./reading.ts";
import { roundingInterval } from "./rounding-interval.ts";
import type { SayingDimension, SayingPart } from "./saying.ts";
import { spelledAmountAt } from "./spelled-amount.ts";
import { wordAt, type Token } from "./word-token.ts";

/** A figure, a fraction or a range, with its hedge: how large something is said to be. */
export interface Size {
  readonly end: number;
  readonly interval: Interval;
  readonly dimension: Extract<SayingDimension, "USD" | "percent" | "number" | "ratio">;
  readonly hedge: HedgeKind | null;
  readonly printed: PrintedAmount | null;
  /** "twice" and "three times", which no change can be ("rose by twice"). */
  readonly isMultiple: boolean;
  readonly parts: readonly SayingPart[];
}

/** The size that stands at a place: "about 46 percent", "between $9.2 and $9.4 trillion", "less than a twentieth". */
export function readSize(tokens: readonly Token[], at: number): Size | null {
  const range = readRange(tokens, at);
  if (range) return range;
  const hedge = phraseAt(hedgePhrases, tokens, at);
  // "as much as twice" and the like hedge; "over half of the year" is a time.
  const hedged = hedge && readBare(tokens, hedge.end);
  if (hedge && hedged) {
    return withHedge(hedged, hedge.value, hedged.end, partOf("hedge", tokens, at, hedge.end));
  }
  const bare = readBare(tokens, at);
  if (bare === null) return null;
  const behind = phraseAt(postfixHedges, tokens, bare.end);
  return behind === null
    ? bare
    : withHedge(bare, behind.value, behind.end, partOf("hedge", tokens, bare.end, behind.end));
}

/** An amount in digits or words, with "minus" before it. */
export function readAmount(
  tokens: readonly Token[],
  at: number,
): { readonly figure: PrintedAmount; readonly end: number } | null {
  const word = wordAt(tokens, at);
  if (word === "minus" || word === "negative") {
    const positive = readAmount(tokens, at + 1);
    if (positive === null || positive.figure.amount.isNegative()) return null;
    const { figure, end } = positive;
    return { figure: { ...figure, amount: figure.amount.negated() }, end };
  }
  const token = tokens[at];
  if (token?.kind === "amount") return { figure: token.figure, end: at + 1 };
  return spelledAmountAt(tokens, at);
}

function readBare(tokens: readonly Token[], at: number): Size | null {
  const amount = readAmount(tokens, at);
  const ratio = ratioWordsAt(tokens, at);
  if (ratio !== null && ratio.end > (amount?.end ?? at)) {
    const plain = hedgedInterval("near", ratio.ratio, null);
    return {
      end: ratio.end,
      interval: plain,
      dimension: "ratio",
      hedge: null,
      printed: null,
      isMultiple: ratio.isMultiple,
      parts: [partOf("ratio", tokens, at, ratio.end)],
    };
  }
  if (amount === null) return null;
  const cents = centsBehind(tokens, at, amount);
  if (cents !== null) return cents;
  // "2.5 times" and "2.5x" are multiples with the precision of their digits.
  const isTimes = amount.figure.dimension === "number" && wordAt(tokens, amount.end) === "times";
  const end = isTimes ? amount.end + 1 : amount.end;
  return {
    end,
    interval: roundingInterval(amount.figure),
    dimension: isTimes ? "ratio" : amount.figure.dimension,
    hedge: null,
    printed: amount.figure,
    isMultiple: isTimes,
    parts: [partOf("figure", tokens, at, end)],
  };
}

/** "53 cents of every dollar" are 53 percent. */
function centsBehind(
  tokens: readonly Token[],
  at: number,
  { figure, end }: { readonly figure: PrintedAmount; readonly end: number },
): Size | null {
  const words = [0, 1, 2, 3].map((step) => wordAt(tokens, end + step)).join(" ");
  if (
    figure.dimension !== "number" ||
    !/^cents? (?:of|in|on) (?:every|each|the) dollar$/.test(words)
  ) {
    return null;
  }
  const printed = { ...figure, dimension: "percent" } as const;
  return {
    end: end + 4,
    interval: roundingInterval(printed),
    dimension: "percent",
    hedge: null,
    printed,
    isMultiple: false,
    parts: [partOf("figure", tokens, at, end + 4)],
  };
}

function withHedge(
  size: Size,
  hedge: Exclude<HedgeKind, "range">,
  end: number,
  part: SayingPart,
): Size {
  const middle = size.printed?.amount ?? middleOf(size.interval);
  const interval =
    size.dimension === "ratio"
      ? hedgedMultiple(hedge, middle)
      : hedgedInterval(hedge, middle, size.interval);
  const parts = [...size.parts, part].sort((left, right) => left.start - right.start);
  return { ...size, end, hedge, interval, parts };
}

/** The figure of a ratio in words, whose interval reaches equally far on both sides. */
function middleOf({ low, high }: Interval): Decimal {
  return (low ?? new Decimal(0)).plus(high ?? 0).div(2);
}

/** "between A and B", "A to B" and "A–B" where B gives the unit of both. Both ends belong to it. */
function readRange(tokens: readonly Token[], at: number): Size | null {
  const hasBetween = wordAt(tokens, at) === "between";
  const first = readAmount(tokens, hasBetween ? at + 1 : at);
  if (first === null) return null;
  const joint = tokens[first.end];
  const isJoined = hasBetween
    ? joint?.kind === "word" && joint.word === "and"
    : joint?.kind === "word"
      ? joint.word === "to"
      : joint?.kind === "mark" && /[\u2013\u2014]/.test(joint.mark);
  const second = isJoined ? readAmount(tokens, first.end + 1) : null;
  if (second === null) return null;
  // "from $308.3 billion to $742.5 billion" is two figures, and so is "from $3 to $4 billion".
  const isTwo = !hasBetween && (hasOwnUnit(first.figure) || wordAt(tokens, at - 1) === "from");
  if (isTwo) return null;
  const low = inUnitOf(first.figure, second.figure);
  // "$9.2 to 9.4 trillion" is in dollars throughout.
  const high =
    low.dimension === "USD" ? { ...second.figure, dimension: low.dimension } : second.figure;
  if (low.dimension !== high.dimension) return null;
  return {
    end: second.end,
    interval: { low: low.amount, high: high.amount, includesLow: true, includesHigh: true },
    dimension: high.dimension,
    hedge: "range",
    printed: high,
    isMultiple: false,
    parts: [partOf("figure", tokens, at, second.end)],
  };
}

function hasOwnUnit({ power, dimension }: PrintedAmount): boolean {
  return power !== 0 || dimension === "percent";
}

/** "$9.2" of "$9.2 to $9.4 trillion" is 9.2 trillion. */
export function inUnitOf(figure: PrintedAmount, other: PrintedAmount): PrintedAmount {
  if (hasOwnUnit(figure)) return figure;
  const times = Decimal.pow(10, other.power);
  return {
    ...figure,
    amount: figure.amount.times(times),
    step: figure.step.times(times),
    power: other.power,
    dimension: figure.dimension === "USD" ? "USD" : other.dimension,
  };
}
