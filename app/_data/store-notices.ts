import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { listenForChanges } from "#lib/store/listen";
import { shownHolds } from "./current-holds.ts";
import { askAgain } from "./kept-question.ts";
import { reportOutage } from "./report-outage.ts";
import { getSite } from "./site.ts";
import { expectOfReplica } from "./store.ts";

/** How long after word of a change it is looked for where this process reads, and how often, in milliseconds. */
const [longest, every] = [10_000, 200];

/**
 * Listens for what changes the store, for as long as the server runs. A change makes whoever comes next ask the store, and the site
 * of it is opened at once, so that no reader waits for that. Where nobody can listen the store is asked every second, as ever.
 */
export function startListening(): void {
  const databaseUrl = process.env["DATABASE_URL"];
  // In development to open a site takes seconds that whoever writes code needs.
  if (!databaseUrl || process.env.NODE_ENV !== "production") return;
  let isBusy = false;
  let isDue = false;
  const follow = async () => {
    isBusy = true;
    while (isDue) {
      isDue = false;
      await expectOfReplica();
      await openWhatIsNew(() => isDue);
    }
  };
  const told = () => {
    askAgain();
    isDue = true;
    if (isBusy) return;
    follow()
      .catch((error: unknown) => {
        // Nobody waits for this: a mistake of ours, too, is told.
        const message = error instanceof Error ? error.message : String(error);
        reportOutage("What is new cannot be opened", new Error(message, { cause: error }));
      })
      .finally(() => (isBusy = false));
  };
  const lost = (error: Error) => reportOutage("Nobody tells of new vintages", error);
  listenForChanges(databaseUrl, { told, lost });
}

/** Opens the site that is shown from now on, when there is another one; a replica may take a moment to have it. */
async function openWhatIsNew(isToldAgain: () => boolean): Promise<void> {
  const before = (await getSite()).holds;
  const end = performance.now() + longest;
  while (performance.now() < end && !isToldAgain()) {
    if ((await shownHolds()) !== before) {
      await getSite();
      return;
    }
    await sleep(every, undefined, { ref: false });
  }
}
