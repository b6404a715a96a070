import { randomInt } from "node:crypto";
import type { Clock } from "#lib/sync/clock";
import { exchange, type Exchange } from "#lib/sync/exchange";
import { machineClock } from "./sync-clock.ts";
import { untilStopped } from "./until-stopped.ts";

/** The world that `tickmark sync` lives in: a test has its own. */
export interface SyncOutside {
  readonly clock: Clock;
  readonly exchange: Exchange;
  /** Gives [0, 1). */
  readonly random: () => number;
  /** Aborted when the command is to end. */
  readonly signal: AbortSignal;
}

/**
 * Does a task in the real world, which a signal of the operating system ends in order: the task sees its signal aborted,
 * drops a download, and lets a load finish.
 */
export async function inRealWorld<T>(task: (outside: SyncOutside) => Promise<T>): Promise<T> {
  const random = (): number => randomInt(2 ** 32) / 2 ** 32;
  return untilStopped((signal) => task({ clock: machineClock, exchange, random, signal }));
}
