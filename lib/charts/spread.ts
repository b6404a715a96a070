/** A label that would like its middle at `middle` and takes `height`. */
export interface Wanted {
  readonly middle: number;
  readonly height: number;
}

/**
 * Moves labels apart so that none covers another and all stay between `top` and `bottom`, keeping their order and
 * staying as near to where they belong as a pass down and a pass up can bring them. Gives the middles, in the order given.
 */
export function spreadLabels(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const placed = wanted
    .map(({ middle, height }, index) => ({ index, middle, height }))
    .sort((left, right) => left.middle - right.middle || left.index - right.index);
  let limit = top;
  for (const label of placed) {
    label.middle = Math.max(label.middle, limit + label.height / 2);
    limit = label.middle + label.height / 2;
  }
  limit = bottom;
  for (const label of placed.reverse()) {
    label.middle = Math.min(label.middle, limit - label.height / 2);
    limit = label.middle - label.height / 2;
  }
  const middles: number[] = wanted.map(() => 0);
  for (const { index, middle } of placed) middles[index] = middle;
  return middles;
}
