/** Why nothing was done: too many wait already, or who asked has gone. */
export type NotDone = "busy" | "gone";

/**
 * Work done one piece at a time. When `longest` pieces wait, whoever comes next is sent away: a stranger who asks for a
 * thousand pictures must not stop the pages.
 */
export class Line {
  readonly #longest: number;
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(longest = 20) {
    this.#longest = longest;
  }

  /** What `work` gives when its turn comes. Rejects as it does. Without a signal nobody is ever gone. */
  async join<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | NotDone> {
    if (this.#waiting >= this.#longest) return "busy";
    this.#waiting++;
    const done = this.#turn.then<T | NotDone>(() => (signal?.aborted ? "gone" : work()));
    // One that fails does not hold up the others.
    this.#turn = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.#waiting--;
    }
  }
}
