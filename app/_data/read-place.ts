import { isOlder, type Holding } from "#lib/site/holds";
import { lateFor, type Patience } from "./in-time.ts";

/** Where figures can be read: the store that is written to, or a copy that follows it. */
export type Place = "primary" | "replica";

/** How long a replica is waited for, while a question about what there is waits for the answer. */
const patience: Patience = { idle: 3, all: 12 };
/** How long a replica that failed is left alone, in milliseconds: doubled each time, up to the longest. */
const [shortest, longest] = [2_000, 30_000];
/** How long a replica may take to have what the primary has told of. */
const mostLag = 10_000;

/** What is known of the two places. */
export interface Places {
  /** What a place holds now. */
  readonly ask: (place: Place) => Promise<Holding>;
  /** Called when another place is read from now on. */
  readonly moved: (to: Place, why: string) => void;
  /** The time on a clock that is never put back, in milliseconds. */
  readonly now: () => number;
}

/**
 * Decides where this process reads. Its replica, for as long as that answers and lacks nothing of what the process has shown before:
 * no reader is led back. Else the primary, and the replica again when it has caught up. A replica that failed is left alone for a
 * while, so that nobody waits for it, and for longer each time, unless the primary fails meanwhile; processes come back to it at
 * different times.
 */
export class ReadPlace {
  readonly #places: Places;
  #current: Place = "replica";
  /** What the process has shown. */
  #floor: Holding | undefined;
  /** What the primary has, and until when the replica may lack it. */
  #due: { readonly holding: Holding; readonly by: number } | undefined;
  #failures = 0;
  #failedAt = -Infinity;
  #closedUntil = -Infinity;

  constructor(places: Places) {
    this.#places = places;
  }

  get current(): Place {
    return this.#current;
  }

  /** What the place holds that is read from now on. Rejects when no place answers. */
  async ask(): Promise<Holding> {
    const { ask, now } = this.#places;
    const isLeftAlone = now() < this.#closedUntil;
    const why = isLeftAlone ? "it has failed" : await this.#askReplica();
    if (typeof why !== "string") return this.#settle("replica", why, "it answers again");
    const asked = ask("primary");
    const instead = isLeftAlone ? await this.#askInstead(asked) : null;
    if (instead) return this.#settle("replica", instead, "the primary does not answer");
    return this.#settle("primary", await asked, why);
  }

  /** What a replica that is left alone holds, when the primary that was `asked` fails too; else null. */
  async #askInstead(asked: Promise<Holding>): Promise<Holding | null> {
    try {
      await Promise.race([asked, lateFor(asked, patience)]);
      return null;
    } catch {
      const holding = await this.#askReplica();
      if (typeof holding === "string") return null;
      this.#closedUntil = -Infinity;
      return holding;
    }
  }

  /** The primary has this: a replica that does not have it in time is too far behind to be read. */
  expect(holding: Holding): void {
    this.#due = { holding, by: this.#places.now() + mostLag };
  }

  /** What the replica holds, or why it is not read from. */
  async #askReplica(): Promise<Holding | string> {
    const { ask } = this.#places;
    const asked = ask("replica");
    try {
      const holding = await Promise.race([asked, lateFor(asked, patience)]);
      if (this.#floor && isOlder(holding, this.#floor)) return "it lacks what was shown";
      return this.#isTooLate(holding) ? "it is too far behind" : holding;
    } catch (error) {
      this.#close();
      return error instanceof Error ? error.message : String(error);
    }
  }

  #close(): void {
    const now = this.#places.now();
    // One that comes and goes is left alone as long as one that stays away.
    if (now - this.#failedAt > 2 * longest) this.#failures = 0;
    const wait = Math.min(shortest * 2 ** this.#failures, longest);
    this.#failures += 1;
    this.#failedAt = now;
    this.#closedUntil = now + wait * (0.5 + Math.random() / 2);
  }

  #isTooLate(holding: Holding): boolean {
    if (this.#due === undefined) return false;
    const { holding: due, by } = this.#due;
    if (isOlder(holding, due)) return this.#places.now() > by;
    this.#due = undefined;
    return false;
  }

  #settle(place: Place, holding: Holding, why: string): Holding {
    this.#floor = holding;
    if (this.#current !== place) {
      this.#current = place;
      this.#places.moved(place, why);
    }
    return holding;
  }
}
