import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "#lib/sync/clock";

/** The clock of this machine. Only the command line may look at it. */
export const machineClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, { signal });
    } catch (error) {
      // Node wraps the reason of the signal; those who wait know the reason itself.
      signal.throwIfAborted();
      throw error;
    }
  },
};
