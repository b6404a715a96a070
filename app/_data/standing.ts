import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { currentHolds, shownHolds } from "./current-holds.ts";

/** Whoever asks how we stand asks often, and waits no longer (milliseconds). */
const patience = 800;

/** Whether the store answers, and whether the content in the folder is what readers are shown. Never rejects. */
export async function standing(): Promise<{ readonly store: boolean; readonly content: boolean }> {
  const [store, content] = await Promise.all([succeeds(currentHolds()), succeeds(shownHolds())]);
  // Without the store nobody can tell of the content.
  return { store, content: content || !store };
}

/** Whether an answer comes, and in time. */
async function succeeds(answer: Promise<unknown>): Promise<boolean> {
  const late = sleep(patience, false, { ref: false });
  return Promise.race([answer.then(() => true), late]).catch(() => false);
}
