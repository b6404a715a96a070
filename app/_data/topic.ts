import "server-only";
import { cache } from "react";
import { listTopics, topicPage, type TopicPage, type TopicSummary } from "#lib/site/topic-page";
import { getSite } from "./site.ts";

/** All topics with their articles. */
export async function getTopics(): Promise<TopicSummary[]> {
  return listTopics(await getSite());
}

/** Everything a topic's page shows, or null when there is no such topic. */
export const getTopic = cache(async (slug: string): Promise<TopicPage | null> =>
  topicPage(slug, await getSite()),
);
