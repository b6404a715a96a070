import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { seen } from "#lib/seen/seen";
import { ageOf, secondsToNext } from "#lib/site/status-page";
import { sharedAllowances } from "../_http/shared-allowances.ts";
import { standing } from "./standing.ts";
import { getStatus, type Status } from "./status.ts";

/** Prometheus waits ten seconds unless told; what is not known by then is told as it last was (milliseconds). */
const patience = 2_000;

/** Lets the meters of the site be read: what it holds, how its claims stand, who was asked for what is new. */
export function meterStanding(): void {
  globalThis.tickmarkStanding = standing;
  seen().beforeReading.set("allowances", () => {
    const { refusals } = seen().meters;
    refusals.reset();
    for (const [of, count] of sharedAllowances().refused()) refusals.inc({ of }, count);
  });
  seen().beforeReading.set("standing", async () => {
    const status = await Promise.race([getStatus(), sleep(patience, null, { ref: false })]);
    if (status !== null) setMeters(status);
  });
}

function setMeters(status: Status): void {
  const { meters } = seen();
  const { now, calendar } = status;
  meters.storeReachable.set(status.hasStore ? 1 : 0);
  meters.contentAccepted.set(status.isAccepted ? 1 : 0);
  meters.articles.set(status.articles);
  meters.nextRelease.set(secondsToNext(calendar, now));
  meters.missedReleases.set(calendar.passed.length);
  for (const [name, count] of Object.entries(status.claims))
    meters.claims.set({ standing: name }, count);
  for (const { slug: release, newest } of status.releases)
    meters.vintageAge.set({ release }, ageOf(newest, now));
  // Without the store they grow old as they were: who watches them is told of the store.
  if (!status.hasStore) return;
  meters.syncOutcome.reset();
  for (const { slug: release, sync } of status.releases) {
    if (sync === null) continue;
    meters.syncOutcome.set({ release, outcome: sync.outcome }, 1);
    meters.syncAge.set({ release }, (now.getTime() - sync.at.getTime()) / 1000);
    if (sync.goodAt)
      meters.syncGoodAge.set({ release }, (now.getTime() - sync.goodAt.getTime()) / 1000);
  }
}
