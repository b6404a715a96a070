import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
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

test("a folder is a draft as long as nothing is in it", async () => {
  await mkdir(path.join(folder, "one"));
  expect(await loadArticle(folder, "one", new Map())).toMatchObject({ isDraft: true });
  await writeFile(path.join(folder, "one/claims.lock"), "");
  expect(await loadArticle(folder, "one", new Map())).toMatchObject({ isDraft: false });
});

test.skipIf(process.platform === "win32")(
  "a pipe in the place of an article is a problem, and nobody waits for what it says",
  async () => {
    await mkdir(path.join(folder, "one"));
    execFileSync("mkfifo", [path.join(folder, "one/index.mdx")]);
    const { problems } = await loadArticle(folder, "one", new Map());
    expect(problems.map(({ message }) => message)).toEqual([
      'the folder "one" holds no file index.mdx',
    ]);
  },
);
