import "server-only";
import { stat } from "node:fs/promises";
import path from "node:path";
import { dayInNewYork } from "#lib/series/new-york";
import { calendarOf } from "#lib/site/release-list";
import { statusPage, type StatusPage } from "#lib/site/status-page";
import { listSyncOutcomes } from "#lib/store/sync-outcomes";
import { reportOutage } from "./report-outage.ts";
import { getSite } from "./site.ts";
import { standing } from "./standing.ts";
import { store } from "./store.ts";

/** How this server is doing, as it knows at the moment. */
export interface Status extends StatusPage {
  readonly now: Date;
  /** Whether the store answers; if not, all else is what it said when it last did. */
  readonly hasStore: boolean;
  /** Whether the content in the folder is what readers are shown, or it has not passed the gate. */
  readonly isAccepted: boolean;
  /** When the site's code was built; null in development. */
  readonly built: Date | null;
  readonly startedAt: Date;
}

/** Everything that is known without anybody's looking into logs. Null when no site was ever opened. */
export async function getStatus(): Promise<Status | null> {
  const now = new Date();
  try {
    const [site, { store: hasStore, content }] = await Promise.all([getSite(), standing()]);
    const { releases } = site;
    const outlines = site.outlines();
    const syncs = hasStore ? await lastSyncs() : null;
    const page = statusPage({ releases, outlines }, calendarOf(releases, dayInNewYork(now)), syncs);
    return {
      ...{ ...page, now, hasStore, isAccepted: content, built: await builtAt() },
      startedAt: new Date(now.getTime() - process.uptime() * 1000),
    };
  } catch (error) {
    reportOutage("The status cannot be told", error);
    return null;
  }
}

async function lastSyncs() {
  try {
    return await listSyncOutcomes(store());
  } catch (error) {
    reportOutage("What was last asked of the publisher cannot be read", error);
    return null;
  }
}

/** When Next wrote the name of the build, which is the last that it does. */
async function builtAt(): Promise<Date | null> {
  const folder = process.env["TICKMARK_BUILD_FOLDER"] || ".next";
  const name = path.join(/* turbopackIgnore: true */ process.cwd(), folder, "BUILD_ID");
  return stat(name).then(
    ({ mtime }) => mtime,
    () => null,
  );
}
