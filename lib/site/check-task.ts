import type { CheckedText } from "./check-text.ts";
import type { CheckQuery } from "./check-text-query.ts";

/** What the thread that checks texts is asked; a null query only makes it ready. */
export interface CheckTask {
  /** Names what the store holds: what it has loaded of another it forgets. */
  readonly holds: string;
  readonly query: CheckQuery | null;
}

/** What it answers, one for each task. */
export type CheckAnswer =
  | { readonly ok: true; readonly checked: CheckedText | null }
  | { readonly ok: false; readonly reason: string };
