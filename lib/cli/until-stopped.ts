/**
 * Does a task that a signal of the operating system ends in order: the task sees its signal aborted, and finishes what it must.
 */
export async function untilStopped<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = (name: string): void => stop.abort(new Error(`Stopped by ${name}`));
  for (const name of names) process.once(name, onSignal);
  try {
    return await task(stop.signal);
  } finally {
    for (const name of names) process.off(name, onSignal);
  }
}
