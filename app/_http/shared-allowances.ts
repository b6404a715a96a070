import { createHash } from "node:crypto";
import { Allowance, type AllowanceLimit } from "./allowance.ts";

/** Where processes tell one another what askers took. */
export interface CountPlace {
  /** Adds milliseconds to what all took. */
  add(taken: readonly { readonly asker: string; readonly milliseconds: number }[]): Promise<void>;
  /** Askers whose count changed since the moment that was told last, and what they are hashed with today. */
  read(since: string | null): Promise<{
    readonly salt: string;
    readonly at: string;
    readonly askers: readonly { readonly asker: string; readonly left: number }[];
  }>;
}

/** Askers remembered of what other processes told, those told last. */
const remembered = 20_000;

/**
 * The allowances of this process, counted together with those of others: what was taken here is told in rounds, and what others
 * told is learnt in them, so that no question waits for either. Between two rounds, and while nobody can be told, each process
 * counts its own. Askers are told by a hash with the salt of a day and a secret (`secretSalt`): no address leaves this process.
 */
export class SharedAllowances {
  readonly #kinds = new Map<string, Allowance>();
  /** By the hash of an asker, when the allowance is full again by this process's clock. */
  readonly #elsewhere = new Map<string, number>();
  #salt: string | undefined;
  #since: string | null = null;

  /** The allowance of a kind; the same for whoever asks for it. Its clock is `performance.now()`. */
  of(kind: string, limit: AllowanceLimit): Allowance {
    const known = this.#kinds.get(kind);
    if (known) return known;
    const made = new Allowance(limit, (asker) =>
      this.#salt === undefined ? undefined : this.#elsewhere.get(nameOf(this.#salt, kind, asker)),
    );
    this.#kinds.set(kind, made);
    return made;
  }

  /** How often somebody was told to wait, by kind. */
  refused(): readonly (readonly [kind: string, count: number])[] {
    return [...this.#kinds].map(([kind, allowance]) => [kind, allowance.refused]);
  }

  /** Tells what was taken, and learns what others took. What could not be told is not told later: it soon comes back. */
  async round(place: CountPlace, clock: () => number): Promise<void> {
    const salt = this.#salt;
    const taken = this.#taken(salt);
    if (taken.length > 0) await place.add(taken);
    const told = await place.read(this.#since);
    const now = clock();
    if (told.salt !== salt) this.#elsewhere.clear();
    for (const { asker, left } of told.askers) {
      // A Map keeps the order of entry: who was told of last stays last.
      this.#elsewhere.delete(asker);
      this.#elsewhere.set(asker, now + left);
    }
    this.#salt = told.salt;
    this.#since = told.at;
    this.#forget(now);
  }

  /** Nothing without a salt, though it is drained: what piled up meanwhile has mostly come back, and would be told as if taken now. */
  #taken(salt: string | undefined) {
    return [...this.#kinds].flatMap(([kind, allowance]) =>
      [...allowance.drain()].flatMap(([asker, milliseconds]) =>
        salt === undefined ? [] : [{ asker: nameOf(salt, kind, asker), milliseconds }],
      ),
    );
  }

  #forget(now: number): void {
    for (const [asker, fullAt] of this.#elsewhere)
      if (fullAt <= now || this.#elsewhere.size > remembered) this.#elsewhere.delete(asker);
  }
}

function nameOf(salt: string, kind: string, asker: string): string {
  return createHash("sha256").update(`${salt}\n${kind}\n${asker}`).digest("base64url");
}

declare global {
  /** One a process: the server and Next have modules of their own. */
  var tickmarkAllowances: SharedAllowances | undefined;
}

/** The allowances of this process. */
export function sharedAllowances(): SharedAllowances {
  return (globalThis.tickmarkAllowances ??= new SharedAllowances());
}
