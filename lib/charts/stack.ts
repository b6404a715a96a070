/** A part of a stack, from `from` to `to`; `to` is the end away from zero. */
export interface StackedPart {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of each series stacked at each position: what is above zero upwards, what is below downwards, in the order of
 * the series. A position where a part is missing has none at all: the rest of it would look like the whole.
 */
export function stackParts(
  rows: readonly (readonly (number | null)[])[],
  positions: number,
): (StackedPart | null)[][] {
  const up = Array.from({ length: positions }, () => 0);
  const down = [...up];
  const whole = up.map((_, at) => rows.every((row) => (row[at] ?? null) !== null));
  return rows.map((row) =>
    up.map((_, at) => {
      const value = row[at] ?? null;
      if (value === null || whole[at] !== true) return null;
      const side = value < 0 ? down : up;
      const from = side[at] ?? 0;
      const to = from + value;
      side[at] = to;
      return { from, to };
    }),
  );
}
