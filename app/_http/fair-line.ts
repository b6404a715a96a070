import { unnamed } from "./allowance.ts";
import { Line, type NotDone } from "./line.ts";

/** How many pieces of work one asker may have waiting, the one in the line among them, unless told. */
const fewOfOne = 3;

/**
 * A line in which each asker has one place at a time, so that nobody can fill it. What the same asker wants meanwhile waits for
 * that place, and is sent away when too much does. Of whom nothing is known comes as if each were another.
 */
export class FairLine {
  readonly #line: Line;
  readonly #mostOfOne: number;
  /** Of those who have work waiting. */
  readonly #own = new Map<string, { readonly line: Line; waiting: number }>();

  constructor(longest: number, mostOfOne = fewOfOne) {
    this.#line = new Line(longest);
    this.#mostOfOne = mostOfOne;
  }

  /** What `work` gives when its turn comes. Rejects as it does. */
  async join<T>(asker: string, work: () => Promise<T>, signal: AbortSignal): Promise<T | NotDone> {
    if (asker === unnamed) return this.#line.join(work, signal);
    const own = this.#own.get(asker) ?? { line: new Line(this.#mostOfOne), waiting: 0 };
    this.#own.set(asker, own);
    own.waiting++;
    try {
      return await own.line.join<T | NotDone>(() => this.#line.join(work, signal), signal);
    } finally {
      own.waiting--;
      if (own.waiting === 0) this.#own.delete(asker);
    }
  }
}
