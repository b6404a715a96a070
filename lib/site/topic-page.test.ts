import { expect, test } from "vitest";
import { dayInNewYork } from "#lib/series/new-york";
import { contentState } from "./content-state.ts";
import { sharedContent } from "./shared-content.ts";
import { listTopics, topicPage } from "./topic-page.ts";

const article = {
  ...{ slug: "one", headline: "One", dek: "A dek.", byline: "Desk", claims: 3 },
  ...{ topic: "Cross-border capital", published: "2026-11-22", updated: "2026-11-22" },
  asOf: dayInNewYork(new Date("2026-06-18T20:00:00Z")),
} as const;

const shared = sharedContent(contentState());

test("a topic lists the articles that name it", () => {
  const [topic] = listTopics({
    shared,
    articles: () => [article, { ...article, slug: "two", topic: "Gold" }],
  });
  expect(topic?.slug).toBe("cross-border-capital");
  expect(topic?.articles.map(({ slug }) => slug)).toEqual(["one"]);
});

test("there is no page of a topic that is none", async () => {
  const site = {
    ...{ shared, articles: () => [] },
    outlines: () => [],
    home: () => Promise.reject(new Error("not asked")),
  };
  expect(await topicPage("gold", site)).toBeNull();
  expect(await topicPage("__proto__", site)).toBeNull();
});
