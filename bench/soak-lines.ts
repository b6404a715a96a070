import type { Line } from "./line.ts";
import { median } from "./timing.ts";

/** What came of one stretch of a soak. */
export interface Stretch {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly failed: number;
  /** Of the server at its end: resident megabytes, and its connections to the database. */
  readonly memory: number;
  readonly connections: number;
}

/** Below so many milliseconds nobody can tell a wait from none, and twice of it is nothing either. */
const unnoticed = 50;
/** Memory goes up and down by so much as garbage comes and is cleared away. */
const unsteady = 1.1;
/** A soak of fewer stretches ends before the vintage of its middle is digested: what grows cannot be told. */
const fewest = 12;

/**
 * What a soak shows. The stretches are of equal length, the new vintage came in the middle. The end is compared with the start of the
 * same half for memory, since the new vintage has its own, and with the start of all for what readers wait.
 */
export function soakLines(stretches: readonly Stretch[], capacity: number): Line[] {
  const isLong = stretches.length >= fewest;
  const third = Math.max(1, Math.floor(stretches.length / 3));
  const half = stretches.slice(Math.ceil(stretches.length / 2) + 1);
  const settled = half.slice(0, Math.max(1, Math.floor(half.length / 3)));
  const end = stretches.slice(-third);
  const of = (some: readonly Stretch[], part: keyof Stretch) =>
    median(some.map((one) => one[part]));
  const [waited, waits] = [of(stretches.slice(0, third), "p99"), of(end, "p99")];
  const [held, holds] = [of(settled, "memory"), of(end, "memory")];
  const failed = stretches.reduce((sum, one) => sum + one.failed, 0);
  const asked = of(stretches, "perSecond");
  return [
    {
      name: "answers that failed",
      value: failed,
      unit: "problems",
      bound: 0,
      detail: `${asked.toFixed(0)} a second of ${capacity.toFixed(0)} that it can give`,
    },
    {
      name: "p99 at the end, against the start",
      value: Math.max(waits, unnoticed) / Math.max(waited, unnoticed),
      unit: "ratio",
      bound: isLong ? 2 : null,
      detail: `${waits.toFixed(0)} ms, and ${waited.toFixed(0)} ms; the longest of a stretch ${Math.max(...stretches.map(({ p99 }) => p99)).toFixed(0)} ms`,
    },
    {
      name: "memory at the end, against after the new vintage",
      value: holds / held,
      unit: "ratio",
      bound: isLong ? unsteady : null,
      detail: `${holds.toFixed(0)} MB, and ${held.toFixed(0)} MB; ${stretches[0]?.memory.toFixed(0)} MB at the start`,
    },
    {
      name: "connections to the database at the end, more than the most before the new vintage",
      value:
        of(end, "connections") -
        Math.max(...stretches.slice(0, third).map(({ connections }) => connections)),
      unit: "problems",
      bound: isLong ? 0 : null,
      detail: `${of(end, "connections")}, at most ${Math.max(...stretches.map(({ connections }) => connections))}`,
    },
  ];
}
