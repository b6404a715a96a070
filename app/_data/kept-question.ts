import type { ShownContent } from "#lib/site/shown-content";

/** What pages are made of. */
export interface Holds {
  readonly holds: string;
  /** What the store holds, and what readers are shown of the content. */
  readonly held: string;
  readonly shown: ShownContent | null;
  /** Whether a site can be made of it: the content in the folder has passed the gate. */
  readonly isWhole: boolean;
}

/** What the store was asked last, and what came of it. */
export interface Question {
  /** How long the answer is good for, on a clock that is never put back; while there is none, for ever. */
  until: number;
  /** Something has changed since it was put: the answer is good for those who wait for it, and for nobody after them. */
  isPassed: boolean;
  readonly answer: Promise<Holds>;
  /** The answer when it has come, and what was found of pages by it (`isCurrentPage`). */
  told: { readonly holds: Holds; readonly current: Map<string, boolean> } | undefined;
  /** Rejects when the answer has not come in time. */
  readonly late: Promise<never>;
}

interface Kept {
  asked: Question | undefined;
  /** Until when answers are good for a moment only: a replica hears of a change after we do. */
  hurriedUntil: number;
}

declare global {
  /** Next loads modules once for pages, once for actions and once for the page cache: all of them must go by the same answer. */
  var tickmarkQuestion: Kept | undefined;
}

/** How long after word of a change the store is asked more often, in milliseconds. */
const hurry = 5_000;

/** The last question of this process. */
export const kept: Kept = (globalThis.tickmarkQuestion ??= {
  asked: undefined,
  hurriedUntil: -Infinity,
});

/** Something is known to have changed: whoever comes next asks the store again. */
export function askAgain(): void {
  kept.hurriedUntil = performance.now() + hurry;
  if (kept.asked === undefined) return;
  kept.asked.isPassed = true;
  // An outstanding question is waited for: two at once could be answered the other way round.
  if (kept.asked.until !== Infinity) kept.asked = undefined;
}
