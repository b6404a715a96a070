/** Where our server tells pages who asks. It is set anew for each request: nobody can say it of himself. */
export const askerHeader = "x-tickmark-asker";

/** How often one asker may ask: `most` at once, and then one each `every` milliseconds. */
export interface AllowanceLimit {
  readonly most: number;
  readonly every: number;
}

/** Askers whose allowance is remembered. One forgotten starts with a full one, so that memory has a bound. */
const remembered = 10_000;

/** How often each asker has asked lately. Nothing is known of an asker but the name given, and that is soon forgotten. */
export class Allowance {
  readonly #limit: AllowanceLimit;
  /** By asker, when all that was taken will have come back. */
  readonly #fullAt = new Map<string, number>();

  constructor(limit: AllowanceLimit) {
    this.#limit = limit;
  }

  /** Takes one for `asker` at `now` (milliseconds of any clock), or says in how many milliseconds there is one. */
  take(asker: string, now: number): { readonly wait: number } {
    const { most, every } = this.#limit;
    const fullAt = Math.max(now, this.#fullAt.get(asker) ?? now) + every;
    const wait = fullAt - now - most * every;
    if (wait > 0) return { wait };
    // A Map keeps the order of entry: who has not asked for longest stays first.
    this.#fullAt.delete(asker);
    this.#fullAt.set(asker, fullAt);
    this.#forget(now);
    return { wait: 0 };
  }

  #forget(now: number): void {
    for (const [asker, fullAt] of this.#fullAt) {
      if (fullAt > now && this.#fullAt.size <= remembered) return;
      this.#fullAt.delete(asker);
    }
  }
}
