import { findingsOnDisk, KeptFindings, type Keeping } from "#lib/site/keep-findings";
import { stillHolds } from "#lib/site/holds";
import type { Store } from "#lib/store/store";
import { gateDigest } from "./gate-digest.ts";

/**
 * What the gate found before: `tickmark check`, `npm start` and the server go by the same. `held` is what the store held
 * (`storeHolds`) before the vintages were listed that the gate is asked about; `folder` is where findings are kept, when not there.
 */
export async function keptFindings(store: Store, held: string, folder?: string): Promise<Keeping> {
  const findings = new KeptFindings(findingsOnDisk(await gateDigest(), folder));
  return findings.over(held, () => stillHolds(store, held));
}
