import "server-only";
import { currentHolds } from "./current-holds.ts";
import { askAgain } from "./kept-question.ts";
import { hasReplica, readPlace } from "./store.ts";
import { within } from "./within.ts";

/** How long a place may take over what is read before it is asked whether it is there at all, in milliseconds. */
const patience = 1_500;

/**
 * What `read` gives; when it fails where the store is read just now, or hears nothing, and there is another place to read, what it
 * gives there. Whoever asks just when a replica, or the primary in its place, ends or falls silent is answered so.
 */
export async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  if (!hasReplica()) return read();
  const place = readPlace();
  const first = read();
  try {
    return await within(patience, first);
  } catch {
    askAgain();
    await currentHolds();
    return readPlace() === place ? first : read();
  }
}
