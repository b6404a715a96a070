/**
 * Does one step of a command and prints its line: what it did, and how long it took. The work returns what to print, and
 * with it a value for the steps after it when they need one. A slow step says that it has begun.
 */
export async function step<T>(name: string, work: () => Promise<readonly [string, T]>): Promise<T>;
export async function step(name: string, work: () => Promise<string>): Promise<void>;
export async function step<T>(
  name: string,
  work: () => Promise<string | readonly [string, T]>,
): Promise<T | undefined> {
  const began = performance.now();
  const slow = setTimeout(() => console.log(`  ${name} ...`), 3000);
  try {
    const outcome = await work();
    const [done, value] = typeof outcome === "string" ? [outcome, undefined] : outcome;
    console.log(`✓ ${name}: ${done} (${seconds(began)})`);
    return value;
  } finally {
    clearTimeout(slow);
  }
}

/** The time since a moment of `performance.now()`, e.g. `12.3 s`. */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
