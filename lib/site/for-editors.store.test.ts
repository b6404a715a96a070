import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { componentRules } from "#lib/articles/component-rules";
import { formatProblem } from "#lib/series/problem";
import { createReader } from "#lib/store/reader";
import { readHistory } from "#lib/store/history";
import { searchSeries } from "#lib/store/series-search";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { listReleases } from "#lib/store/vintage-rows";
import { openComponentGuide } from "./component-guide.ts";
import { cellsAsOf } from "./data-history.ts";
import { valuesOf } from "./data-values.ts";
import { offeredClaims } from "./offered-claims.ts";

// What editors are offered to copy, in one file: a store with all seeds takes long to make.
let store: TestStore;
beforeAll(async () => {
  store = await createSeededTestStore();
}, 60_000);
afterAll(() => store.close());

/** Of each release some series, spread over all of its keys. */
const ofEach = 6;

test("what the page of a series offers to editors passes the gate", async () => {
  let offered = 0;
  for (const { release, vintages } of await listReleases(store)) {
    const asOf = vintages.at(-1)?.date;
    if (asOf === undefined) continue;
    const { total } = await searchSeries(store, searchOf(release.slug, 0));
    for (let position = 0; position < ofEach; position += 1) {
      const offset = Math.floor((total * position) / ofEach);
      const { series: found } = await searchSeries(store, searchOf(release.slug, offset));
      for (const series of found) {
        const cells = cellsAsOf(await readHistory(store, series.key), asOf);
        const claims = offeredClaims(
          series,
          valuesOf(series, cells, () => false),
        ).map(({ mdx }) => mdx);
        offered += claims.length;
        expect(await problemsOf(claims, asOf), series.key).toEqual([]);
      }
    }
  }
  expect(offered).toBeGreaterThan(100);
}, 120_000);

test("every example of a component passes the gate, and is shown live but the dek", async () => {
  const { entries, page, problems } = await openComponentGuide(store);
  expect(problems.map(formatProblem)).toEqual([]);
  const names = Object.keys(componentRules);
  expect(entries.map(({ name }) => name)).toEqual(names);
  expect(page?.contents.map(({ text }) => text)).toEqual(names.filter((name) => name !== "Dek"));
  expect(Object.values(page?.receipts ?? {}).map(({ path }) => path)).toContain(
    "/data/mfh.holdings.japan",
  );
}, 60_000);

test("without the charts of the examples they are shown as text", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "guide-"));
  await mkdir(path.join(folder, "charts"));
  const { entries, page, problems } = await openComponentGuide(store, folder);
  await rm(folder, { recursive: true });
  expect([entries.length, page]).toEqual([Object.keys(componentRules).length, null]);
  expect(problems).not.toEqual([]);
}, 60_000);

function searchOf(release: string, offset: number) {
  const any = { class: undefined, measure: undefined, area: undefined };
  return { text: "", release, ...any, limit: 1, offset };
}

async function problemsOf(claims: readonly string[], asOf: string): Promise<string[]> {
  const text = claims.map((claim) => `It ${claim}.`).join("\n\n");
  const source = `---
id: one
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: ${asOf}
---

# A headline

<Dek>A dek.</Dek>

${text}
`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (article === null) return problems.map(formatProblem);
  const checked = await checkArticle(article, createReader(store), null);
  return [...problems, ...checked.problems].map(formatProblem);
}
