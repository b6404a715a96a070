import "server-only";
import { storeHolds } from "#lib/site/holds";
import { readAgain } from "./read-again.ts";
import { store } from "./store.ts";

/** Where vintages come faster than a page is read, the last reading is as good as the next. */
const mostTries = 4;

/**
 * What `read` makes of several questions to the store, all of one moment: when a vintage came between them, it is read again, so
 * that no page is half of one vintage and half of another.
 */
export async function steady<T>(read: () => Promise<T>): Promise<T> {
  let before = await readAgain(() => storeHolds(store()));
  for (let tries = 1; ; tries += 1) {
    const value = await readAgain(read);
    const after = await readAgain(() => storeHolds(store()));
    if (after === before || tries === mostTries) return value;
    before = after;
  }
}
