import { expect, test } from "vitest";
import { publishArticle } from "./publish-article.ts";

function publish(source: string, at: string | null = null) {
  const now = new Date("2026-11-30T15:00:00Z");
  return publishArticle(source, { file: "a.mdx", at, now });
}

const draft = `---
id: one # never changes
byline: Desk
topic: Capital
published: 2026-11-22 # publish sets it
updated: 2026-11-22
asOf: 2026-06-18
draft: true # not yet
---

# A headline
`;
const dated = draft.replace("draft: true # not yet\n", "");

const inNewYork = "2026-11-30T10:00:00-05:00";

test("a draft is published now, to the second, and nothing else of it changes", () => {
  expect(publish(draft)).toEqual({
    state: "ready",
    source: dated.replaceAll("2026-11-22", inNewYork),
    appears: "2026-11-30T15:00:00.000Z",
    removed: 8,
  });
});

test("a draft is published at a time to come, which is when it was updated too", () => {
  expect(publish(draft, "2026-12-01T09:00-05:00")).toEqual({
    state: "ready",
    source: dated
      .replace("published: 2026-11-22", "published: 2026-12-01T09:00-05:00")
      .replace("updated: 2026-11-22", "updated: 2026-12-01T09:00-05:00"),
    appears: "2026-12-01T14:00:00.000Z",
    removed: 8,
  });
});

test("a draft that says when it is to appear appears then", () => {
  const later = draft.replace("published: 2026-11-22", "published: 2026-12-01T09:00Z");
  expect(publish(later)).toMatchObject({
    source: later
      .replace("draft: true # not yet\n", "")
      .replace("updated: 2026-11-22", "updated: 2026-12-01T09:00Z"),
    appears: "2026-12-01T09:00:00.000Z",
  });
});

test("a day that is none is written anew", () => {
  const odd = draft.replace("published: 2026-11-22", "published: tomorrow");
  expect(publish(odd)).toMatchObject({ source: dated.replaceAll("2026-11-22", inNewYork) });
});

test("what was corrected before and taken back keeps its days", () => {
  const again = draft.replace(
    "draft:",
    'corrections:\n  - { date: 2026-11-22, id: c1, wrong: "a", right: "b", why: "c" }\ndraft:',
  );
  expect(publish(again)).toMatchObject({ source: again.replace("draft: true # not yet\n", "") });
});

test("what is published is left alone, and what is to come moves when it is asked to", () => {
  expect(publish(dated)).toEqual({ state: "published", appears: "2026-11-22T00:00:00.000Z" });
  const later = dated.replaceAll("2026-11-22", "2026-12-02");
  expect(publish(later)).toEqual({ state: "published", appears: "2026-12-02T00:00:00.000Z" });
  expect(publish(later, "2026-12-03")).toMatchObject({
    source: later.replaceAll("2026-12-02", "2026-12-03"),
    removed: null,
  });
});

test.each([
  ["a time that is past", draft, "2026-11-30T14:59Z", "--at: expected a time to come"],
  ["a time that is none", draft, "soon", "--at: expected a day written YYYY-MM-DD"],
  ["a day of what readers have seen", dated, "2026-12-01", "keeps its day"],
  ["broken frontmatter", draft.replace("Desk", "["), null, "cannot be read"],
  ["a draft that is neither", draft.replace("true", "maybe"), null, "cannot be read"],
  ["no frontmatter", "# A\n", null, "cannot be read"],
])("refused: %s", (_, source, at, message) => {
  const publication = publish(source, at);
  expect(publication.state === "refused" && publication.message).toContain(message);
});
