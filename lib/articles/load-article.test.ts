import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadArticle } from "./article.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "articles-"));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ["empty-folder", "no-article"],
  ["Not an address", "bad-slug"],
])("%s is a problem, not a stack trace", async (slug, kind) => {
  await mkdir(path.join(folder, slug));
  const { article, problems } = await loadArticle(folder, slug, new Map());
  expect(article).toBeNull();
  expect(problems.map((problem) => problem.kind)).toEqual([kind]);
});
