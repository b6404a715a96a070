import { performance } from "node:perf_hooks";

/** In milliseconds. */
const step = 250;
/** The part of a step from which on a process is busy. */
const busy = 0.5;

/** How long is waited, in steps of a quarter of a second: idle ones, and all. */
export interface Patience {
  readonly idle: number;
  readonly all: number;
}

/**
 * Rejects when `answer` has not come in time, and never when it has. A step in which this process was busy itself, as when it opens
 * the site for the first search, does not count as idle: what has come meanwhile is not yet heard.
 */
export function lateFor(answer: Promise<unknown>, { idle: most, all }: Patience): Promise<never> {
  const late = new Promise<never>((_, reject) => {
    let [idle, steps] = [0, 0];
    let load = performance.eventLoopUtilization();
    const timer = setInterval(() => {
      const { utilization } = performance.eventLoopUtilization(load);
      load = performance.eventLoopUtilization();
      steps += 1;
      if (utilization < busy) idle += 1;
      if (idle < most && steps < all) return;
      stop();
      reject(new Error("The store does not answer"));
    }, step);
    const stop = () => clearInterval(timer);
    answer.then(stop, stop);
  });
  // Whoever waits for the answer however long it takes does not hear of it.
  late.catch(() => undefined);
  return late;
}
