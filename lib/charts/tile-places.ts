import type { GlobePlace } from "./plotted.ts";

/** A tile's place in a block: both counted from the north-west. */
export interface TilePlace {
  readonly index: number;
  readonly column: number;
  readonly row: number;
}

/** An area to place; `index` is where it stands in its chart. */
export interface Located extends Pick<GlobePlace, "east" | "north"> {
  readonly index: number;
}

/**
 * Places areas on a grid of `columns` so that those to the west stand to the left, and in a column those to the north above:
 * a map of who is beside whom and not of distances, without holes.
 */
export function placeTiles(areas: readonly Located[], columns: number): TilePlace[] {
  const fromWest = [...areas].sort(
    (left, right) => left.east - right.east || left.index - right.index,
  );
  const full = Math.floor(fromWest.length / columns);
  const longer = fromWest.length % columns;
  let taken = 0;
  return Array.from({ length: columns }, (_, column) => {
    const size = full + (column < longer ? 1 : 0);
    const own = fromWest.slice(taken, taken + size);
    taken += size;
    return own
      .sort((left, right) => right.north - left.north || left.index - right.index)
      .map(({ index }, row): TilePlace => ({ index, column, row }));
  }).flat();
}

/** Columns for each of the blocks, `most` in all, so that the tallest block is as low as can be. */
export function columnsOf(counts: readonly number[], most: number): number[] {
  for (let rows = 1; ; rows += 1) {
    const columns = counts.map((count) => Math.ceil(count / rows));
    const all = columns.reduce((sum, count) => sum + count, 0);
    if (all <= most || columns.every((count) => count <= 1)) return columns;
  }
}
