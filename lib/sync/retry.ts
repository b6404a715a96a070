/** How often and how patiently a file is asked for. Times in milliseconds. */
export interface RetryPolicy {
  /** In all, the first included. */
  readonly attempts: number;
  /** The longest wait before the second attempt; it doubles with each. */
  readonly base: number;
  readonly cap: number;
  /** A server that asks for a longer wait than this is left alone until the next run. */
  readonly longestWait: number;
}

export const usualPolicy: RetryPolicy = {
  attempts: 5,
  base: 1_000,
  cap: 30_000,
  longestWait: 120_000,
};

/**
 * The wait after the attempt of this number, counted from 1: any length up to a limit that doubles ("full jitter", AWS
 * Architecture Blog, 2015), so that many who were turned away together do not come back together. `random` gives [0, 1).
 */
export function backOff(policy: RetryPolicy, attempt: number, random: () => number): number {
  return random() * Math.min(policy.cap, policy.base * 2 ** (attempt - 1));
}

/**
 * The wait in milliseconds that a Retry-After asks for (RFC 9110, 10.2.3: seconds, or a date); null when there is none that
 * can be read. A date that has passed is no wait.
 */
export function retryAfter(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const at = parseHttpDate(header);
  return at === null ? null : Math.max(0, at.getTime() - now.getTime());
}

/** A date as HTTP writes it, "Thu, 18 Jun 2026 20:00:03 GMT" (RFC 9110, 5.6.7); null for anything else. */
export function parseHttpDate(text: string): Date | null {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const instant = new Date(text);
  // A date that does not exist, such as 31 June, is carried over by the parser and then reads differently.
  return Number.isNaN(instant.getTime()) || instant.toUTCString() !== text ? null : instant;
}
