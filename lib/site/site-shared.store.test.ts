import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readQuery } from "#lib/search/search-query";
import { createReader } from "#lib/store/reader";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { answerChartQuery } from "./chart-query.ts";
import { ContentRefused } from "./content-refused.ts";
import { siteGlossary } from "./glossary-page.ts";
import { SiteMemory } from "./site-memory.ts";
import { openSite, type Site } from "./site.ts";
import { listTopics } from "./topic-page.ts";

// Which folder holds the content is settled when the modules are loaded, and those of other tests may be: this one has its own.
const folder = await vi.hoisted(async () => {
  vi.resetModules();
  const fs = await import("node:fs/promises");
  const made = await fs.mkdtemp(`${(await import("node:os")).tmpdir()}/content-`);
  process.env["TICKMARK_CONTENT"] = made;
  return made;
});

let store: TestStore;
/** What readers see of the chart as it should be. */
let whole: string;
/** What the gate found in content that nobody has touched. */
const known = new SiteMemory();
beforeAll(async () => {
  store = await createSeededTestStore();
  await cp("content", folder, { recursive: true });
  whole = await shownOf(await openSite(store, { now, memory: known }));
  await rm(folder, { recursive: true });
});
afterAll(async () => {
  delete process.env["TICKMARK_CONTENT"];
  vi.resetModules();
  await store.close();
});

beforeEach(async () => {
  await cp("content", folder, { recursive: true });
  return () => rm(folder, { recursive: true });
});

const now = new Date("2026-11-24T12:00:00Z");
const article = "did-the-world-sell-america";
const chart = "three-holders";
const chartFileOf = () => path.join(folder, "charts", `${chart}.yml`);

/** Saves a chart that names one holder and draws another, which the gate refuses; gives how to undo it. */
async function breakChart(): Promise<() => Promise<void>> {
  const was = await readFile(chartFileOf(), "utf8");
  const wrong = was
    .replace("key: mfh.holdings.japan,", "key: mfh.holdings.belgium,")
    .replace(/measure: .*/, "measure: Halfsaved, 999 billion");
  expect(wrong).toMatch(/belgium, label: Japan/);
  await writeFile(chartFileOf(), wrong);
  return () => writeFile(chartFileOf(), was);
}

/** All that readers see of the chart. */
async function shownOf(site: Site): Promise<string> {
  const { index } = await site.search();
  const query = { id: chart };
  return JSON.stringify([
    ...[await site.article(article), await site.articleNow(article)],
    ...[await site.charts.one(chart), await site.home()],
    index.find(readQuery("halfsaved")).documents,
    await answerChartQuery(query, createReader(store), site.shared.charts),
  ]);
}

test("a chart that the gate refused is nowhere on an open site, nor after it was undone", async () => {
  const memory = new SiteMemory();
  const site = await openSite(store, { now, memory });
  const undo = await breakChart();
  expect(await shownOf(site)).toBe(whole);
  await expect(openSite(store, { now, memory })).rejects.toThrow(ContentRefused);
  await undo();
  expect(await shownOf(await openSite(store, { now, memory }))).toBe(whole);
});

test("words that are half saved, and a chart that is gone, break no page of an open site", async () => {
  const asked = await openSite(store, { now, memory: known });
  const words = [siteGlossary(asked), listTopics(asked)];
  const site = await openSite(store, { now });
  for (const file of ["glossary.yml", "topics.yml"])
    await writeFile(path.join(folder, file), "- half: [");
  await rm(chartFileOf());
  expect(await shownOf(site)).toBe(whole);
  expect(words.map((list) => list.length)).not.toContain(0);
  expect([siteGlossary(site), listTopics(site)]).toEqual(words);
});

test("what was saved and undone while the site opened is in none of it", async () => {
  const file = path.join(folder, "articles", article, "index.mdx");
  const text = await readFile(file, "utf8");
  const memory = new SiteMemory();
  const over = memory.findings.over.bind(memory.findings);
  let openings = 0;
  memory.findings.over = (...held) => {
    const keeping = over(...held);
    openings += 1;
    if (openings > 1) return keeping;
    // Saved when the gate is about to read it, and undone when it has.
    const read: typeof keeping.articles.read = async (of, name) => {
      if (of === article) await writeFile(file, text.replace("<Dek>", "<Dek>It fell by $5. "));
      return keeping.articles.read(of, name);
    };
    const readBeside: typeof keeping.beside.read = async (of, name) => {
      await writeFile(file, text);
      return keeping.beside.read(of, name);
    };
    return {
      ...keeping,
      articles: { ...keeping.articles, read },
      beside: { ...keeping.beside, read: readBeside },
    };
  };
  const site = await openSite(store, { now, memory });
  expect(openings).toBe(2);
  expect(site.articles().map(({ slug }) => slug)).toContain(article);
});
