import { openStore } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";

/** A text that changes when a vintage is added to the store: pages made before that are stale. */
export async function storeHolds(databaseUrl: string): Promise<string> {
  const store = openStore(databaseUrl, 1);
  try {
    const releases = await listReleases(store);
    const vintages = releases.flatMap(({ vintages }) => vintages);
    return vintages
      .map(({ release, date, snapshot }) => `${release} ${date} ${snapshot.sha256}`)
      .join("\n");
  } finally {
    await store.close();
  }
}
