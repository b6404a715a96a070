import type { Shade } from "./drawing.ts";

/** A class of figures that have one shade: those from `from` up to the next. */
export interface ShadeClass {
  readonly shade: Shade;
  readonly from: number;
}

const shades: readonly Shade[] = [5, 4, 3, 2, 1];

/**
 * Classes for figures up to `largest`, the darkest first: each begins at a round number (1, 2 or 5 times a power of ten)
 * next below that of the one before, and the last holds what is left. Holdings are very unequal, so that equal steps would
 * leave all but a few areas in one class.
 */
export function shadeClasses(largest: number): ShadeClass[] {
  if (!(largest > 0)) return [{ shade: 1, from: 0 }];
  const rounds = roundsBelow(largest / 2);
  return shades.map((shade, index) => ({
    shade,
    from: shade === 1 ? 0 : (rounds[index] ?? 0),
  }));
}

/** The shade of a figure. */
export function shadeOf(value: number, classes: readonly ShadeClass[]): Shade {
  return classes.find(({ from }) => value >= from)?.shade ?? 1;
}

/** The four round numbers up to `limit`, the largest first. */
function roundsBelow(limit: number): number[] {
  const power = Math.floor(Math.log10(limit));
  const all = [power, power - 1, power - 2].flatMap((exponent) =>
    [5, 2, 1].map((digit) => Number(`${digit}e${exponent}`)),
  );
  return all.filter((round) => round <= limit).slice(0, shades.length - 1);
}
