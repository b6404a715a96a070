import { storeHolds } from "#lib/site/site";
import { store } from "./store.ts";

/** How long an answer is good for: a burst of requests asks the store once, and a new vintage is seen this soon. */
const freshFor = 1_000;

let asked: { at: number; holds: Promise<string> } | undefined;

/** What names the vintages that the store has now. An answer that failed is not kept. */
export function currentHolds(): Promise<string> {
  const now = Date.now();
  if (asked && now - asked.at < freshFor) return asked.holds;
  const holds = storeHolds(store());
  asked = { at: now, holds };
  holds.catch(() => {
    asked = undefined;
  });
  return holds;
}
