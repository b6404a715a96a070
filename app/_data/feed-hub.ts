import { mainSubjects, topicSubject } from "#lib/feeds/subjects";
import { contentFolder } from "#lib/site/content";
import { loadTopics } from "#lib/site/topics";
import { shownHolds } from "./current-holds.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";
import { keepHubTold } from "./tell-hub.ts";

/** The WebSub hub of `TICKMARK_WEBSUB_HUB`, which feeds name and which is told when they change; null when none is set. */
export function feedHub(): string | null {
  const hub = process.env["TICKMARK_WEBSUB_HUB"];
  if (hub === undefined || hub === "") return null;
  const isAddress = URL.canParse(hub) && /^https?:$/.test(new URL(hub).protocol);
  if (isAddress) return hub;
  throw new Error(`TICKMARK_WEBSUB_HUB must be the address of a hub, https://…; it is "${hub}"`);
}

/** Whether a hub is told of changes of this feed. Those of areas and series are thousands, and change a few times a year. */
export function isTold(path: string): boolean {
  return mainSubjects.some((subject) => subject.path === path) || path.startsWith("/feeds/topics/");
}

/** Keeps the hub told while this process runs, when one is set. */
export function startTellingHub(): void {
  const hub = feedHub();
  if (hub === null) return;
  keepHubTold({ hub, site: siteUrl(), paths: toldPaths, holds: shownHolds, report: reportOutage });
}

async function toldPaths(): Promise<string[]> {
  const topics = await loadTopics(contentFolder);
  const ofTopics = topics.ok ? topics.value.map(topicSubject) : [];
  return [...mainSubjects, ...ofTopics].map(({ path }) => path);
}
