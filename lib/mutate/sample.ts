/** Some of a list, in its order: the same ones for the same list and seed, and spread over all of it by chance. */
export function sample<T>(list: readonly T[], size: number, seed: number): T[] {
  const random = mulberry32(seed);
  const keyed = list.map((item, index) => ({ item, index, key: random() }));
  return keyed
    .sort((left, right) => left.key - right.key)
    .slice(0, size)
    .sort((left, right) => left.index - right.index)
    .map(({ item }) => item);
}

/** Tommy Ettinger's generator of 32 bits: numbers from 0 up to 1, good enough to choose by. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
