// Ranges of values: `{ low, high, includesLow, includesHigh }`. A bound of null is none.
import {
  absolute,
  add,
  compare,
  fraction,
  multiply,
  negative,
  showNumber,
  subtract,
  zero,
} from "./numbers.mjs";

const one = fraction("1");
const hundred = fraction("100");
const hundredth = fraction("0.01");

/** How a word before a size widens it: bounds as parts of the size, and whether each is included. */
const hedges = {
  near: { from: "0.95", to: "1.05", includesLow: true, includesHigh: true },
  nearly: { from: "0.9", to: "1", includesLow: true, includesHigh: false },
  less: { from: "0.5", to: "1", includesLow: false, includesHigh: false },
  more: { from: "1", to: "1.5", includesLow: false, includesHigh: false },
  "just-over": { from: "1", to: "1.1", includesLow: false, includesHigh: true },
  "well-over": { from: "1.1", to: "2", includesLow: false, includesHigh: false },
  "at-least": { from: "1", to: "1.5", includesLow: true, includesHigh: false },
  "at-most": { from: "0.5", to: "1", includesLow: false, includesHigh: true },
};

export function exactly(value) {
  return { low: value, high: value, includesLow: true, includesHigh: true };
}

export function between(low, high, includesLow, includesHigh) {
  return { low: fraction(low), high: fraction(high), includesLow, includesHigh };
}

/** All above 0, or all below. */
export function side(sign) {
  const none = { low: null, high: null, includesLow: false, includesHigh: false };
  return sign > 0 ? { ...none, low: zero } : { ...none, high: zero };
}

/**
 * What a size above 0 stands for. A bare figure: all that rounds to its last digit, half a step on each side. Bare words
 * ("half"): a twentieth on each side. A hedge: the bounds of its kind, where "about" is never narrower than the bare figure, and
 * "more than twice" ends at three times.
 */
export function rangeOf({ size, half, unit }, hedge) {
  const rounding = half && {
    low: subtract(size, half),
    high: add(size, half),
    // What rounds to 0 lies on both sides of it.
    includesLow: size.top > 0n,
    includesHigh: false,
  };
  if (hedge === null && rounding) return rounding;
  const { from, to, ...ends } = hedges[hedge ?? "near"];
  const wide = { low: multiply(size, fraction(from)), high: multiply(size, fraction(to)), ...ends };
  if (unit !== "ratio")
    return hedge === "near" && compare(rounding.high, wide.high) > 0 ? rounding : wide;
  const isOpen = hedge === "more" || hedge === "at-least";
  const isWhole = size.bottom === 1n && size.top > 1n;
  return isOpen && isWhole ? { ...wide, high: add(size, one) } : wide;
}

/** Each bound made another; `map` must keep their order. */
function mapped(range, map) {
  const { low, high } = range;
  return { ...range, low: low === null ? null : map(low), high: high === null ? null : map(high) };
}

/** The same on the other side of 0. */
export function mirrored({ low, high, includesLow, includesHigh }) {
  return {
    low: high === null ? null : negative(high),
    high: low === null ? null : negative(low),
    includesLow: includesHigh,
    includesHigh: includesLow,
  };
}

export function inPercent(range) {
  return mapped(range, (bound) => multiply(bound, hundred));
}

export function ofPercent(range) {
  return mapped(range, (bound) => multiply(bound, hundredth));
}

/** From a change to what it is a change to: a rise by a half is to 1.5. */
export function plusOne(range) {
  return mapped(range, (bound) => add(bound, one));
}

export function lessOne(range) {
  return mapped(range, (bound) => subtract(bound, one));
}

export function contains({ low, high, includesLow, includesHigh }, value) {
  const isAbove = low === null || compare(value, low) > (includesLow ? -1 : 0);
  return isAbove && (high === null || compare(value, high) < (includesHigh ? 1 : 0));
}

/** Whether two ranges are one; a bound that never ends, as a ninth, is written with some fifty digits. */
export function isSameRange(one, other) {
  const isSame = (left, right) => {
    if (left === null || right === null) return left === right;
    return compare(absolute(subtract(left, right)), hair) <= 0;
  };
  return (
    isSame(one.low, other.low) &&
    isSame(one.high, other.high) &&
    (one.low === null || one.includesLow === other.includesLow) &&
    (one.high === null || one.includesHigh === other.includesHigh)
  );
}

const hair = { top: 1n, bottom: 10n ** 40n };

/** "from 36450000000 up to, but not including, 36550000000", "any value below 0". */
export function showRange({ low, high, includesLow, includesHigh }) {
  if (low === null && high === null) return "any value";
  if (low === null) return `any value ${includesHigh ? "up to" : "below"} ${showNumber(high)}`;
  if (high === null) return `any value ${includesLow ? "from" : "above"} ${showNumber(low)}`;
  if (compare(low, high) === 0) return `exactly ${showNumber(low)}`;
  const from = `${includesLow ? "from" : "above"} ${showNumber(low)}`;
  return `${from} ${includesHigh ? "up to" : "to below"} ${showNumber(high)}`;
}
