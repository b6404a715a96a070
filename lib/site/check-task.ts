import type { CheckedText } from "./check-text.ts";
import type { CheckQuery } from "./check-text-query.ts";

/** What the thread that checks texts is asked; a null query only makes it ready. */
export interface CheckTask {
  readonly id: number;
  /** Names what the store holds: what it has loaded of another it forgets. */
  readonly holds: string;
  /** Where it is read: the store that is written to, or a copy that follows it. */
  readonly place: "primary" | "replica";
  readonly query: CheckQuery | null;
}

/** What it answers to the task of an id. */
export interface CheckReply {
  readonly id: number;
  readonly answer: CheckAnswer;
}

export type CheckAnswer =
  | { readonly ok: true; readonly checked: CheckedText | null }
  | { readonly ok: false; readonly reason: string };
