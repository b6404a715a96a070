import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import {
  addAllowances,
  forgetAllowances,
  openAllowances,
  readAllowances,
} from "#lib/store/allowance-rows";
import { secretSalt } from "#lib/store/allowance-salt";
import { sharedAllowances, type CountPlace } from "../_http/shared-allowances.ts";
import { reportOutage } from "./report-outage.ts";

/** Milliseconds from one round to the next; after one that failed, and from one cleaning to the next, in rounds. */
const pace = 1_000;
const afterFailure = 5_000;
const cleaning = 60;

declare global {
  /** Whether the rounds go on already: a module may be loaded more than once. */
  var tickmarkSharesAllowances: boolean | undefined;
}

/** Counts allowances together with the other web processes, through the primary, for as long as this process runs. */
export function startSharingAllowances(): void {
  const databaseUrl = process.env["DATABASE_URL"];
  const isBuild = process.env["NEXT_PHASE"] === "phase-production-build";
  if (!databaseUrl || isBuild || globalThis.tickmarkSharesAllowances) return;
  globalThis.tickmarkSharesAllowances = true;
  void goRound(databaseUrl);
}

async function goRound(databaseUrl: string): Promise<never> {
  const pool = openAllowances(databaseUrl);
  const place: CountPlace = {
    add: (taken) => addAllowances(pool, taken),
    read: async (since) => {
      const told = await readAllowances(pool, since);
      return { ...told, salt: secretSalt(databaseUrl, told.salt) };
    },
  };
  for (let round = 0; ; round++) {
    const wait = await sharedAllowances()
      .round(place, () => performance.now())
      .then(() => (round % cleaning === 0 ? forgetAllowances(pool) : undefined))
      .then(() => pace)
      .catch((error: unknown) => {
        reportOutage("Allowances are counted by this process alone", error);
        return afterFailure;
      });
    // Nobody need wait for the next round to end the process.
    await sleep(wait, undefined, { ref: false });
  }
}
