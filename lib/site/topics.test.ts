import { expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { checkTopic, loadTopics, readTopics } from "./topics.ts";

const topics = [
  { slug: "cross-border-capital", name: "Cross-border capital", description: "Who holds what." },
];

test("the project's own topics can be read, each with an address made of its name", async () => {
  const read = await loadTopics("content");
  expect(read.ok && read.value.map(({ slug }) => slug)).toContain("cross-border-capital");
});

const at = { file: "a.mdx", line: 4, column: 8 };

test("an article's topic must be described, and a misspelt one is told with the nearest", () => {
  expect(checkTopic("Cross-border capital", topics, at)).toEqual([]);
  const [problem] = checkTopic("Crossborder capital", topics, at);
  expect(problem && formatProblem(problem)).toMatch(/a\.mdx:4:8.*is not a topic/);
  expect(problem?.fix).toContain("Cross-border capital");
});

test("figures and comparing words in a topic are found where they stand", () => {
  const read = readTopics(
    "- name: Gold\n  description: >-\n    Who\n    sold $5 billion.",
    "t.yml",
  );
  expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([
    expect.stringContaining("t.yml:4:5 unmarked-word"),
    expect.stringContaining("t.yml:4:10 unmarked-figure"),
  ]);
});

test("two topics cannot have one address", () => {
  const read = readTopics(
    "- { name: Gold, description: A }\n- { name: gold, description: B }",
    "t.yml",
  );
  expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([
    expect.stringContaining("t.yml:2:11"),
  ]);
});
