/** The time and the waiting, handed in so that a test decides both. */
export interface Clock {
  now(): Date;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Longer waits are made in steps: a timer of Node runs out at once beyond 24.8 days, and a machine may have slept. */
const longestStep = 3_600_000;

/** Waits until an instant, by the clock and not by the time slept. */
export async function sleepUntil(clock: Clock, instant: Date, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const left = instant.getTime() - clock.now().getTime();
    if (left <= 0) return;
    await clock.sleep(Math.min(left, longestStep), signal);
  }
}
