import type { Decimal } from "#lib/series/decimal";
import { mirrored, type Interval } from "./interval.ts";
import { createPhraseTable } from "./phrase-table.ts";

/** How a word widens or turns the figure behind it; the README has the rules as a table. */
export type HedgeKind =
  | "near"
  | "nearly"
  | "less"
  | "well-under"
  | "more"
  | "just-over"
  | "well-over"
  | "at-least"
  | "at-most"
  | "range";

/** Hedges that stand before a figure. */
export const hedgePhrases = createPhraseTable<Exclude<HedgeKind, "range">>({
  near: "barely|about|around|roughly|approximately|some|close to|nearer",
  nearly:
    "nearly|almost|not quite|just under|just below|just short of|a little less than|slightly less than|virtually|practically",
  less: "less than|fewer than|under|below|short of|lower than|smaller than",
  "well-under": "well under|well below|far less than|far below|much less than",
  more: "more than|over|above|exceeding|exceeded|exceeds|in excess of|upward of|upwards of|greater than|larger than|higher than|topping|topped|surpassing|surpassed",
  "just-over":
    "just over|just above|slightly more than|slightly over|a little more than|a little over",
  "well-over": "well over|well above|far more than|much more than",
  "at-least":
    "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|as low as|as little as|as few as",
  "at-most":
    "at most|up to|no more than|not more than|as much as|as many as|as high as|a maximum of",
});

/** Hedges that stand behind a figure: "$5 billion or so". */
export const postfixHedges = createPhraseTable<"near" | "at-least" | "at-most">({
  near: "or so|or thereabouts",
  "at-least": "or more|or over",
  "at-most": "or less|or fewer|or under",
});

interface Rule {
  readonly from: string;
  readonly to: string;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
}

/** The bounds of each hedge as multiples of the figure. Each leaves values on both sides that it refuses. */
const rules: Readonly<Record<Exclude<HedgeKind, "range">, Rule>> = {
  near: { from: "0.95", to: "1.05", includesLow: true, includesHigh: true },
  nearly: { from: "0.9", to: "1", includesLow: true, includesHigh: false },
  less: { from: "0.5", to: "1", includesLow: false, includesHigh: false },
  "well-under": { from: "0.5", to: "0.9", includesLow: false, includesHigh: false },
  more: { from: "1", to: "1.5", includesLow: false, includesHigh: false },
  "just-over": { from: "1", to: "1.1", includesLow: false, includesHigh: true },
  "well-over": { from: "1.1", to: "2", includesLow: false, includesHigh: false },
  "at-least": { from: "1", to: "1.5", includesLow: true, includesHigh: false },
  "at-most": { from: "0.5", to: "1", includesLow: false, includesHigh: true },
};

/** The values a hedged figure accepts; those of a figure below 0 are mirrored. `rounding` is what the bare one accepts. */
export function hedgedInterval(
  hedge: Exclude<HedgeKind, "range">,
  figure: Decimal,
  rounding: Interval | null,
): Interval {
  if (figure.isNegative()) {
    return mirrored(
      hedgedInterval(hedge, figure.negated(), rounding === null ? null : mirrored(rounding)),
    );
  }
  const { from, to, includesLow, includesHigh } = rules[hedge];
  const wide = { low: figure.times(from), high: figure.times(to), includesLow, includesHigh };
  if (hedge !== "near" || rounding === null) return wide;
  // "about 1 percent" is at least as wide as "1 percent".
  const isWider = rounding.high?.gt(wide.high) ?? true;
  return isWider ? rounding : wide;
}

/** "more than twice" is below three times. */
export function hedgedMultiple(hedge: Exclude<HedgeKind, "range">, multiple: Decimal): Interval {
  const interval = hedgedInterval(hedge, multiple, null);
  const isOpen = hedge === "more" || hedge === "at-least";
  return isOpen && multiple.isInteger() && multiple.gte(2)
    ? { ...interval, high: multiple.plus(1) }
    : interval;
}
