import { inTurns } from "./turns.ts";

/** What two ways of doing the same took, in milliseconds, each the median of its runs. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  /** Ours over theirs. */
  readonly ratio: number;
  readonly runs: number;
}

/** Times two ways of doing the same in turns (`inTurns`). Work returns the milliseconds it counts, or nothing when all of it counts. */
export async function timePair(
  runs: number,
  ours: (run: number) => Promise<number | undefined>,
  theirs: (run: number) => Promise<number | undefined>,
): Promise<Pair> {
  const timed = [ours, theirs].map((work) => (run: number) => time(() => work(run)));
  const [left = Number.NaN, right = Number.NaN] = (await inTurns(runs, timed)).map(median);
  return { ours: left, theirs: right, ratio: left / right, runs };
}

/** Milliseconds that some work took, as it says itself or by the clock. */
export async function time(work: () => Promise<number | undefined>): Promise<number> {
  const began = performance.now();
  const counted = await work();
  return counted ?? performance.now() - began;
}

/** The middle value; of an even count the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
