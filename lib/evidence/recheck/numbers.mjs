// Exact numbers: fractions of whole numbers, so that nothing is rounded on the way.

/** A decimal text as a fraction. */
export function fraction(text) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text));
  if (parts === null) throw new Error(`expected a decimal, found "${text}"`);
  const [, sign, whole, decimals = ""] = parts;
  return { top: BigInt(sign + whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

export const zero = fraction("0");

export function add(one, other) {
  return lowest(one.top * other.bottom + other.top * one.bottom, one.bottom * other.bottom);
}

export function subtract(one, other) {
  return add(one, negative(other));
}

export function negative({ top, bottom }) {
  return { top: -top, bottom };
}

export function absolute(one) {
  return one.top < 0n ? negative(one) : one;
}

export function multiply(one, other) {
  return lowest(one.top * other.top, one.bottom * other.bottom);
}

export function divide(one, other) {
  if (other.top === 0n) throw new Error("division by zero");
  return lowest(one.top * other.bottom, one.bottom * other.top);
}

/** Less than 0, 0 or more than 0, as the first is less than, equal to or more than the second. */
export function compare(one, other) {
  const gap = one.top * other.bottom - other.top * one.bottom;
  return gap < 0n ? -1 : Number(gap > 0n);
}

function lowest(top, bottom) {
  let [large, small] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (small !== 0n) [large, small] = [small, large % small];
  const divisor = bottom < 0n ? -large : large;
  return { top: top / divisor, bottom: bottom / divisor };
}

/** Percent a year: the factor to the power of 12 / months, less 1. A root is cut at 45 decimals. */
export function growth(factor, months) {
  const scale = 10n ** 45n;
  const [times, root] = [12, months].map((count) => BigInt(count / common(12, months)));
  const power = { top: factor.top ** times, bottom: factor.bottom ** times };
  const found =
    root === 1n ? power : lowest(rootOf((power.top * scale ** root) / power.bottom, root), scale);
  return multiply(subtract(found, fraction("1")), fraction("100"));
}

function common(one, other) {
  return other === 0 ? one : common(other, one % other);
}

/** The largest whole number whose power is not above `value`, by Newton's method from above. */
function rootOf(value, root) {
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / Number(root)) + 1);
  for (;;) {
    const next = ((root - 1n) * guess + value / guess ** (root - 1n)) / root;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** A number for people: whole as it is, another as near as a computer shows it. */
export function showNumber({ top, bottom }) {
  return bottom === 1n ? String(top) : String(Number(top) / Number(bottom));
}
