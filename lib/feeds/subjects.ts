import type { FeedSubject } from "./feed.ts";

/** The feeds that a hub is told of when they change, by the name in their address. */
export const mainSubjects: readonly FeedSubject[] = [
  {
    path: "/feeds/articles",
    name: "Articles and corrections",
    title: "Tickmark",
    description:
      "News and data explainers in which every figure is traced to its source or marked as quoted: whole articles, and every correction.",
    page: "/",
  },
  {
    path: "/feeds/everything",
    name: "Everything",
    title: "Tickmark: everything",
    description: "Whole articles, corrections, and each vintage of each release.",
    page: "/",
  },
  {
    path: "/feeds/corrections",
    name: "Corrections",
    title: "Tickmark: corrections",
    description: "What was wrong in an article, what is right, and why.",
    page: "/corrections",
  },
  {
    path: "/feeds/releases",
    name: "Releases",
    title: "Tickmark: releases",
    description:
      "Each vintage of each release of the Treasury’s TIC data, with what it added, revised and withdrew.",
    page: "/releases",
  },
];

/** The articles of one topic, with their corrections. */
export function topicSubject(topic: {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}): FeedSubject {
  return {
    path: `/feeds/topics/${topic.slug}`,
    name: topic.name,
    title: `Tickmark: ${topic.name}`,
    description: topic.description,
    page: `/topics/${topic.slug}`,
  };
}

/** What each new vintage says of one area. */
export function areaSubject({
  slug,
  name,
}: {
  readonly slug: string;
  readonly name: string;
}): FeedSubject {
  return {
    path: `/feeds/areas/${slug}`,
    name,
    title: `Tickmark: ${name}`,
    description: `New and revised figures of ${name}, whenever the Treasury publishes some.`,
    page: `/areas/${slug}`,
  };
}

/** What each new vintage says of one series. */
export function seriesSubject({
  key,
  title,
}: {
  readonly key: string;
  readonly title: string;
}): FeedSubject {
  return {
    path: `/feeds/series/${key}`,
    name: title,
    title: `Tickmark: ${title}`,
    description: `New and revised figures of ${key}, whenever the Treasury publishes some.`,
    page: `/data/${key}`,
  };
}
