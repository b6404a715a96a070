import "server-only";
import { currentHolds } from "./current-holds.ts";
import { askAgain } from "./kept-question.ts";
import { readPlace } from "./store.ts";

/**
 * What `read` gives; when it fails where the store is read just now, and there is another place to read, what it gives there. Whoever
 * asks just when a replica ends is answered so.
 */
export async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  const place = readPlace();
  try {
    return await read();
  } catch (error) {
    if (place === "primary") throw error;
    askAgain();
    await currentHolds();
    if (readPlace() === place) throw error;
    return read();
  }
}
