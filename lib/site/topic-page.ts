import { headlineText } from "#lib/charts/headline-text";
import type { ArticleSummary, NewestRelease } from "./home-page.ts";
import type { Site } from "./site.ts";
import { topicSlug, type Topic } from "./topics.ts";

/** A topic with what there is to read and to look at. */
export interface TopicPage extends Topic {
  /** Newest first. */
  readonly articles: readonly ArticleSummary[];
  /** The newest vintage of each release that its articles read, those with figures to show first. */
  readonly releases: readonly NewestRelease[];
  /** The charts of its articles, each once. */
  readonly charts: readonly { readonly id: string; readonly headline: string }[];
}

/** Every topic of the site with its articles, in the order of content/topics.yml. */
export function listTopics(site: Pick<Site, "articles" | "shared">): TopicSummary[] {
  return site.shared.topics().map((topic) => ({
    ...topic,
    articles: site.articles().filter((article) => topicSlug(article.topic) === topic.slug),
  }));
}

export type TopicSummary = Topic & Pick<TopicPage, "articles">;

/** Everything a topic's page shows, or null when there is no such topic. */
export async function topicPage(
  slug: string,
  site: Pick<Site, "articles" | "outlines" | "home" | "shared">,
): Promise<TopicPage | null> {
  const topic = listTopics(site).find((one) => one.slug === slug);
  if (topic === undefined) return null;
  const own = new Set(topic.articles.map((article) => article.slug));
  const outlines = site.outlines().filter((outline) => own.has(outline.slug));
  const read = new Set(outlines.flatMap(({ releases }) => releases));
  const charts = new Map(
    outlines.flatMap((outline) => outline.charts).map(({ id, text }) => [id, headlineText(text)]),
  );
  const releases = (await site.home()).releases.filter(({ release }) => read.has(release));
  return {
    ...topic,
    releases: releases.toSorted((left, right) => right.figures.length - left.figures.length),
    charts: [...charts].map(([id, headline]) => ({ id, headline })),
  };
}
