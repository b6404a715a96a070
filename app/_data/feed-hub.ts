import { readHub } from "#lib/feeds/tell-hub";
import { toldPaths } from "#lib/site/told-feeds";
import { shownHolds } from "./current-holds.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";
import { keepHubTold } from "./tell-hub.ts";

/** The WebSub hub of `TICKMARK_WEBSUB_HUB`, which feeds name and which is told when they change; null when none is set. */
export function feedHub(): string | null {
  return readHub(process.env["TICKMARK_WEBSUB_HUB"]);
}

/** Keeps the hub told while this process runs, when one is set. */
export function startTellingHub(): void {
  const hub = feedHub();
  if (hub === null) return;
  keepHubTold({ hub, site: siteUrl(), paths: toldPaths, holds: shownHolds, report: reportOutage });
}
