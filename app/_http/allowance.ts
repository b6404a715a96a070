/** Where our server tells pages who asks. It is set anew for each request: nobody can say it of himself. */
export const askerHeader = "x-tickmark-asker";

/**
 * How much one asker may ask for: `most` at once, and then one more each `every` milliseconds. What one is, who asks decides: a
 * question, or a millisecond of a processor.
 */
export interface AllowanceLimit {
  readonly most: number;
  readonly every: number;
}

/** Askers whose allowance is remembered. One forgotten starts with a full one, so that memory has a bound. */
const remembered = 10_000;

/** How much each asker has had lately. Nothing is known of an asker but the name given, and that is soon forgotten. */
export class Allowance {
  readonly #limit: AllowanceLimit;
  /** By asker, when all that was taken will have come back. */
  readonly #fullAt = new Map<string, number>();

  constructor(limit: AllowanceLimit) {
    this.#limit = limit;
  }

  /** Takes `count` for `asker` at `now` (milliseconds of any clock), or says in how many milliseconds there are as many. */
  take(asker: string, now: number, count = 1): { readonly wait: number } {
    const { most, every } = this.#limit;
    const fullAt = this.#fullAfter(asker, now, count);
    const wait = fullAt - now - most * every;
    if (wait > 0) return { wait };
    this.#keep(asker, now, fullAt);
    return { wait: 0 };
  }

  /** Takes what only showed afterwards, though there be less: the asker waits until that has come back too. */
  charge(asker: string, now: number, count: number): void {
    this.#keep(asker, now, this.#fullAfter(asker, now, count));
  }

  #fullAfter(asker: string, now: number, count: number): number {
    return Math.max(now, this.#fullAt.get(asker) ?? now) + count * this.#limit.every;
  }

  #keep(asker: string, now: number, fullAt: number): void {
    // A Map keeps the order of entry: who has not asked for longest stays first.
    this.#fullAt.delete(asker);
    this.#fullAt.set(asker, fullAt);
    this.#forget(now);
  }

  #forget(now: number): void {
    for (const [asker, fullAt] of this.#fullAt) {
      if (fullAt > now && this.#fullAt.size <= remembered) return;
      this.#fullAt.delete(asker);
    }
  }
}
