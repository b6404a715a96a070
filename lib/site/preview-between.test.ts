import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadArticle } from "#lib/articles/article";
import { articleWith } from "#lib/articles/example-article";
import { createMemoryReader } from "#lib/series/memory-reader";
import { formatProblem, type Problem } from "#lib/series/problem";
import { amongOthers } from "./check-between.ts";
import { openBetween } from "./preview-between.ts";
import { createListing } from "./preview-list.ts";
import type { PreviewSetting } from "./preview-setting.ts";
import { reportContent } from "./report-content.ts";

const now = () => new Date("2026-12-01T12:00:00Z");
const reader = createMemoryReader({ vintages: [], series: [] });

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "between-"));
  await mkdir(path.join(folder, "charts"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(slug: string, body: string, fields: Readonly<Record<string, string>> = {}) {
  const named = { id: `id-of-${slug}`, ...fields };
  const lines = Object.entries(named).map(([field, value]) => `${field}: ${value}\n`);
  const without = Object.keys(named).reduce(
    (left, field) => left.replace(new RegExp(`^${field}: .*\n`, "m"), ""),
    articleWith(body),
  );
  const text = without.replace("---\n", `---\n${lines.join("")}`);
  await mkdir(path.join(folder, "articles", slug), { recursive: true });
  await writeFile(path.join(folder, "articles", slug, "index.mdx"), text);
}

const between = new Set(["article-id", "former-address", "style-link", "time-to-come"]);

/** What the gate says of articles beside one another, by slug. */
async function gateSays(): Promise<Map<string, string[]>> {
  const question = { reader, heldVintages: [], now: now(), folder };
  const { reports, problems } = await reportContent(question);
  const told = problems.filter(({ kind }) => between.has(kind));
  return new Map(reports.map(({ slug, file }) => [slug, inFile(told, file)]));
}

function inFile(problems: readonly Problem[], file: string): string[] {
  return problems
    .filter(({ at }) => at.file === file)
    .map(formatProblem)
    .sort();
}

function opened() {
  const find = openBetween(folder, now);
  return async (slug: string): Promise<string[]> => {
    const { article } = await loadArticle(path.join(folder, "articles"), slug, new Map());
    return article === null
      ? []
      : (await find(amongOthers(article), new Map())).map(formatProblem).sort();
  };
}

test("an editor sees beside the others what the gate says, before and after one of them changes", async () => {
  await write("a-draft", "[a](/articles/shown#why) [b](/articles/gone) [c](/articles/older#hwo)", {
    draft: "true",
    formerly: "[shown]",
  });
  await write("shown", "## Why\n\n[a](/articles/a-draft) [b](/articles/late#x)", {
    formerly: "[older]",
  });
  await write("twin", "[a](/articles/shown#wyh)", { id: "id-of-shown" });
  await write("told-too-soon", "Text.", { updated: "2026-12-24" });
  await write("late", "Text.", { published: "2027-01-01", updated: "2027-01-01" });
  await write("broken", "Text.", { id: "[" });
  const says = opened();
  const expected = await gateSays();
  expect([...expected.values()].flat()).toHaveLength(9);
  for (const [slug, problems] of expected)
    expect([slug, await says(slug)]).toEqual([slug, problems]);

  await write("shown", "## How\n\nText.");
  await write("gone", "Text.");
  const after = await gateSays();
  expect(after).not.toEqual(expected);
  for (const [slug, problems] of after) expect([slug, await says(slug)]).toEqual([slug, problems]);
});

function setting(): PreviewSetting {
  const find = openBetween(folder, now);
  return {
    ...{ nouns: null, glossary: null, topics: null, style: null },
    ...{ reader, revisions: reader, heldVintages: [], folder, mark: "one", problems: [] },
    headlines: new Map(),
    viewChart: () => Promise.resolve({ ok: false, problems: [] }),
    between: (article) => find(article, new Map()),
  };
}

test("what a list could not wait for is looked at meanwhile, and is there the next time", async () => {
  for (const slug of ["one", "two", "three"]) await write(slug, "[a](/articles/gone)");
  const list = createListing(folder, now, 0);
  const first = await list(setting());
  expect(first.map(({ slug }) => slug)).toEqual(["one", "three", "two"]);
  expect(first.some(({ found }) => found === null)).toBe(true);
  await expect
    .poll(async () => (await list(setting())).map(({ found }) => found?.problems))
    // Of the link, of a vintage that is not held, and of the marks that nothing records yet.
    .toEqual([3, 3, 3]);
});

test("a list of few waits for all", async () => {
  for (const slug of ["one", "two"]) await write(slug, "Text.");
  const listed = await createListing(folder, now)(setting());
  expect(listed.map(({ found }) => found?.headline)).toEqual(["A headline", "A headline"]);
});
