import { storeHolds as holds } from "#lib/site/holds";
import { openStore } from "#lib/store/store";

/** A text that changes when a vintage is added to the store: pages made before that are stale. */
export async function storeHolds(databaseUrl: string): Promise<string> {
  const store = openStore(databaseUrl, 1);
  try {
    return await holds(store);
  } finally {
    await store.close();
  }
}
