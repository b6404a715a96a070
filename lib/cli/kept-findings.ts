import path from "node:path";
import { createCheckCache } from "#lib/articles/check-cache";
import type { Keeping } from "#lib/site/report-content";
import { heldSince } from "#lib/site/site";
import type { Store } from "#lib/store/store";
import { gateDigest } from "./gate-digest.ts";

/** Where the findings of earlier runs are kept; may be deleted. */
const usual = path.join(".tickmark", "checked");

/**
 * What the gate found before: `tickmark check` and `npm start` go by the same. `held` is what the store held (`storeHolds`) before
 * the vintages were listed that the gate is asked about.
 */
export function keptFindings(store: Store, held: string, folder = usual): Keeping {
  return {
    cache: createCheckCache(folder),
    basis: async () => `${await gateDigest()} ${await heldSince(store, held)}`,
  };
}
