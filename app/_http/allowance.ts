/** Where our server tells pages who asks. It is set anew for each request: nobody can say it of himself. */
export const askerHeader = "x-tickmark-asker";

/**
 * The asker of whom nothing is known: a program of this machine, or any of the readers behind a proxy that names nobody. None of
 * them is made to wait for the others.
 */
export const unnamed = "";

/**
 * How much one asker may ask for: `most` at once, and then one more each `every` milliseconds. What one is, who asks decides: a
 * question, or a millisecond of a processor.
 */
export interface AllowanceLimit {
  readonly most: number;
  readonly every: number;
  /** Those of whom nothing is known are counted too, as one. */
  readonly countsUnnamed?: boolean;
}

/** Askers whose allowance is remembered. One forgotten starts with a full one, so that memory has a bound. */
const remembered = 10_000;
/** Askers of whom others are told at a time; of a crowd beyond, each process counts its own. */
const mostUntold = 2_000;

/** When an asker's allowance is full again by what other processes have told, if they told anything. */
export type FullElsewhere = (asker: string) => number | undefined;

/**
 * How much each asker has had lately. Nothing is known of an asker but the name given, and that is soon forgotten. What other
 * processes gave counts as well when there is an `elsewhere`; they are told by who drains this one (`shared-allowances.ts`).
 */
export class Allowance {
  readonly #limit: AllowanceLimit;
  readonly #elsewhere: FullElsewhere;
  /** By asker, when all that was taken will have come back. */
  readonly #fullAt = new Map<string, number>();
  /** By asker, what was taken since others were told, in milliseconds. */
  #untold = new Map<string, number>();
  #refused = 0;

  constructor(limit: AllowanceLimit, elsewhere: FullElsewhere = () => undefined) {
    this.#limit = limit;
    this.#elsewhere = elsewhere;
  }

  /** How often somebody was told to wait. */
  get refused(): number {
    return this.#refused;
  }

  /** Takes `count` for `asker` at `now` (milliseconds of any clock), or says in how many milliseconds there are as many. */
  take(asker: string, now: number, count = 1): { readonly wait: number } {
    if (this.#isFree(asker)) return { wait: 0 };
    const { most, every } = this.#limit;
    const fullAt = this.#fullAfter(asker, now, count);
    const wait = fullAt - now - most * every;
    if (wait > 0) {
      this.#refused += 1;
      return { wait };
    }
    this.#keep(asker, now, fullAt);
    this.#tellLater(asker, count * every);
    return { wait: 0 };
  }

  /** Takes what only showed afterwards, though there be less: the asker waits until that has come back too. */
  charge(asker: string, now: number, count: number): void {
    if (this.#isFree(asker)) return;
    this.#keep(asker, now, this.#fullAfter(asker, now, count));
    this.#tellLater(asker, count * this.#limit.every);
  }

  /** What askers took since the last time, in milliseconds until it has come back; of one, no more than there is at once. */
  drain(): ReadonlyMap<string, number> {
    const untold = this.#untold;
    this.#untold = new Map();
    return untold;
  }

  #isFree(asker: string): boolean {
    return asker === unnamed && this.#limit.countsUnnamed !== true;
  }

  #fullAfter(asker: string, now: number, count: number): number {
    const [here, elsewhere] = [this.#fullAt.get(asker), this.#elsewhere(asker)];
    return Math.max(now, here ?? now, elsewhere ?? now) + count * this.#limit.every;
  }

  #tellLater(asker: string, milliseconds: number): void {
    const { most, every } = this.#limit;
    const known = this.#untold.get(asker);
    if (known !== undefined || this.#untold.size < mostUntold)
      this.#untold.set(asker, Math.min((known ?? 0) + milliseconds, most * every));
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
