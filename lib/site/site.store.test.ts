import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readQuery } from "#lib/search/search-query";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import type * as VintageRows from "#lib/store/vintage-rows";
import { contentState } from "./content-state.ts";
import { ContentRefused } from "./content-refused.ts";
import { articleHolds, siteHolds, storeHolds } from "./holds.ts";
import { shownContent } from "./shown-content.ts";
import { SiteMemory } from "./site-memory.ts";
import { openSite, type Site } from "./site.ts";

// Which folder holds the content is settled when the modules are loaded, and those of other tests may be: this one has its own.
const folder = await vi.hoisted(async () => {
  vi.resetModules();
  const fs = await import("node:fs/promises");
  const made = await fs.mkdtemp(`${(await import("node:os")).tmpdir()}/content-`);
  process.env["TICKMARK_CONTENT"] = made;
  return made;
});

/** What is done in the store behind the list of its vintages, once. */
const behind = vi.hoisted((): { list: (() => Promise<unknown>) | null } => ({ list: null }));
vi.mock("#lib/store/vintage-rows", async (original) => {
  const real = await original<typeof VintageRows>();
  const listReleases: typeof real.listReleases = async (asked) => {
    const releases = await real.listReleases(asked);
    await behind.list?.();
    behind.list = null;
    return releases;
  };
  return { ...real, listReleases };
});

let store: TestStore;
beforeAll(async () => {
  store = await createSeededTestStore();
});
afterAll(async () => {
  delete process.env["TICKMARK_CONTENT"];
  vi.resetModules();
  await store.close();
});

const now = new Date("2026-11-24T12:00:00Z");
/** One for all: what did not change is not looked at again. */
const memory = new SiteMemory();
const article = "who-owns-treasuries";
const fileOf = (slug: string) => path.join(folder, "articles", slug, "index.mdx");

beforeEach(async () => {
  await cp("content", folder, { recursive: true });
  return () => rm(folder, { recursive: true });
});

/** Another article with the same text, but for what `change` makes of it. */
async function addArticle(slug: string, change: (text: string) => string): Promise<void> {
  await cp(path.dirname(fileOf(article)), path.dirname(fileOf(slug)), { recursive: true });
  const text = await readFile(fileOf(article), "utf8");
  await writeFile(fileOf(slug), change(text).replace(/^id: .*$/m, `id: ${slug}`));
  const lock = path.join(path.dirname(fileOf(slug)), "claims.lock");
  await writeFile(lock, (await readFile(lock, "utf8")).replace(/^id \| .*$/m, `id | ${slug}`));
}
const draft = (text: string) => text.replace(/^id:/m, "draft: true\nid:");
const scheduled = (text: string) =>
  text
    .replace(/^published: .*$/m, "published: 2026-11-30T09:00-05:00")
    .replace(/^updated: .*$/m, "updated: 2026-11-30T09:00-05:00");

/** Everything of a site in which an article may stand. */
async function allOf(site: Site): Promise<string> {
  const { index } = await site.search();
  return JSON.stringify([
    ...[site.articles(), await site.home(), site.corrections(), site.related(article)],
    ...[site.usesOf("slt5.holdings.japan"), await site.charts.list()],
    ...[site.feedEntries(() => undefined).map(({ id, path: address }) => [id, address])],
    ...[index.find(readQuery("treasuries")).documents],
  ]);
}

// The cache of pages compares the two: were they to differ, every page would be made again for every reader.
test("a site says of itself what the store says that it holds", async () => {
  const site = await openSite(store, { now, memory });
  expect(site.holds).toMatch(/^[0-9a-f]{16}$/);
  const [held, shown] = [await storeHolds(store), shownContent(contentState(), now)];
  expect(siteHolds(held, shown.mark)).toBe(site.holds);
  expect(siteHolds(held, "other content")).not.toBe(site.holds);
  expect(site.holdsOf(article)).toBe(articleHolds(held, shown, article));
  expect(site.holdsOf(article)).toMatch(/^[0-9a-f]{16} who-owns-treasuries$/);
});

test("drafts and what is to come are nowhere on the site, and an article appears when it is time", async () => {
  const before = await openSite(store, { now, memory });
  await addArticle("half-written", (text) => `${draft(text)}\n<Claim of="`);
  await addArticle("to-come", (text) => `\ufeff${scheduled(text)}`);
  const chart = await readFile(path.join(folder, "charts/three-holders.yml"), "utf8");
  await writeFile(
    path.join(folder, "charts/only-drafted.yml"),
    chart.replace(/^id: .*$/m, "id: only-drafted").replace(/^asOf: .*\n/m, ""),
  );
  await writeFile(
    fileOf("half-written"),
    `${await readFile(fileOf("half-written"), "utf8")}\n\n<Chart id="only-drafted" />\n`,
  );

  const site = await openSite(store, { now, memory });
  expect(await allOf(site)).not.toMatch(/half-written|to-come|only-drafted/);
  for (const slug of ["half-written", "to-come"]) {
    expect([await site.article(slug), site.holdsOf(slug)]).toEqual([null, null]);
  }
  expect([
    await site.charts.isShown("only-drafted"),
    await site.charts.one("only-drafted"),
  ]).toEqual([false, null]);
  // A chart was added, which each article might rest on; the articles alone change nothing.
  await rm(path.join(folder, "charts/only-drafted.yml"));
  await rm(path.dirname(fileOf("half-written")), { recursive: true });
  expect((await openSite(store, { now, memory })).holds).toBe(before.holds);

  const later = await openSite(store, { now: new Date("2026-11-30T14:00:00Z"), memory });
  expect(later.articles()[0]?.slug).toBe("to-come");
  expect(await allOf(later)).toContain("to-come");
  expect(later.holds).not.toBe(before.holds);
});

test("what is scheduled must hold, or nothing is shown", async () => {
  await addArticle("to-come", (text) => scheduled(text).replace("<Dek>", "<Dek>It fell by $5. "));
  await expect(openSite(store, { now, memory })).rejects.toThrow(ContentRefused);
});

test("an edit of one article makes its own pages again, and those of no other", async () => {
  const before = await openSite(store, { now, memory });
  const others = before.articles().filter(({ slug }) => slug !== article);
  const pagesOf = (site: Site) => Promise.all(others.map(({ slug }) => site.article(slug)));
  const [own, pages] = [await before.article(article), await pagesOf(before)];
  const text = await readFile(fileOf(article), "utf8");
  const [sentence = ""] = /^[A-Z][^<>{}#:]{60,}$/m.exec(text.slice(text.indexOf("</Dek>"))) ?? [];
  expect(sentence).not.toBe("");
  await writeFile(fileOf(article), text.replace(sentence, `${sentence} So it goes.`));

  const after = await openSite(store, { now, memory });
  expect((await after.article(article))?.code).not.toBe(own?.code);
  for (const [position, page] of (await pagesOf(after)).entries()) {
    expect(page).toBe(pages[position]);
  }
  expect(after.holds).not.toBe(before.holds);
  expect(after.holdsOf(article)).not.toBe(before.holdsOf(article));
  for (const { slug } of others) expect(after.holdsOf(slug)).toBe(before.holdsOf(slug));
  // Another headline stands on other pages too.
  await writeFile(fileOf(article), text.replace(/^# /m, "# Now "));
  const renamed = await openSite(store, { now, memory });
  for (const { slug } of others) expect(renamed.holdsOf(slug)).not.toBe(before.holdsOf(slug));
});

test("what is saved behind an open site is not shown by it, and what is saved while it opens is the one that it opens with", async () => {
  const text = await readFile(fileOf(article), "utf8");
  const save = (word: string) => writeFile(fileOf(article), text.replace(/^# /m, `# ${word} `));
  await save("Now");
  const site = await openSite(store, { now, memory });
  await save("Here");
  expect((await site.article(article))?.headline).toMatch(/^Now /);
  behind.list = () => save("There");
  const after = await openSite(store, { now, memory });
  expect([behind.list, after.articles().find(({ slug }) => slug === article)?.headline]).toEqual([
    null,
    expect.stringMatching(/^There /),
  ]);
  expect((await after.article(article))?.headline).toMatch(/^There /);
  expect(after.holdsOf(article)).toBe((await openSite(store, { now, memory })).holdsOf(article));
});

test("what was made while the store got something else is made again, and then kept", async () => {
  const known = new SiteMemory();
  behind.list = () =>
    store.pool.query("UPDATE release SET title = title || '!' WHERE slug = 'mfh'");
  const pageNow = async () => (await openSite(store, { now, memory: known })).article(article);
  const [meanwhile, after, later] = [await pageNow(), await pageNow(), await pageNow()];
  expect(behind.list).toBeNull();
  expect(after).not.toBe(meanwhile);
  expect(later).toBe(after);
});

test("a mended title makes what was made before stale, without a vintage", async () => {
  const before = await storeHolds(store);
  await store.pool.query("UPDATE release SET title = title || '.' WHERE slug = 'mfh'");
  expect(await storeHolds(store)).not.toBe(before);
});
