import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { loadCatalogue } from "#lib/sources/catalogue";
import { readSeed } from "#lib/sources/seed";
import { appendVintages } from "#lib/store/append-vintage";
import { createReader } from "#lib/store/reader";
import { extentOf, releaseOf } from "#lib/store/release-of";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import type { VintageContent } from "#lib/store/vintage-content";
import { listReleases } from "#lib/store/vintage-rows";
import { contentFolder } from "./content.ts";
import { openGate } from "./gate.ts";
import { storeHolds } from "./holds.ts";
import { KeptFindings, type Keeping } from "./keep-findings.ts";
import { walkContent } from "./walk-content.ts";

const now = new Date("2026-11-23T12:00:00Z");

let store: TestStore;
let seeds: VintageContent[];
beforeAll(async () => {
  store = await createTestStore();
  const folders = await readdir("prisma/seed", { recursive: true });
  const manifests = folders.filter((file) => path.basename(file) === "manifest.json").sort();
  seeds = manifests.flatMap((file) => seedIn(path.join("prisma/seed", path.dirname(file))));
});
afterAll(() => store.close());

function seedIn(folder: string): VintageContent[] {
  const catalogue = loadCatalogue();
  const seed = catalogue.ok ? readSeed(folder, catalogue.value) : catalogue;
  if (!catalogue.ok || !seed.ok) throw new Error(`The seed ${folder} cannot be read`);
  return seed.value.map(({ manifest: { release, released, note }, snapshot, parsed }) => ({
    ...parsed,
    release: releaseOf(catalogue.value, release),
    extent: extentOf(catalogue.value, release),
    crossIdentities: catalogue.value.crossIdentities,
    date: released,
    snapshot,
    note,
  }));
}

/** All vintages of the seed in steps: the old tables at once, then the newest of each, an old one that comes late, and one made up. */
function steps(): VintageContent[][] {
  const ofSlug = (slug: string) => seeds.filter(({ release }) => release.slug === slug);
  const press = ofSlug("press");
  const late = press.slice(-40, -39);
  const others = press.filter((one) => !late.includes(one));
  const tables = ["mfh", "slt1", "slt2", "slt3", "slt5"].flatMap(ofSlug);
  return [
    [...ofSlug("s1"), ...ofSlug("slt3d"), ...others.slice(0, -3)],
    ...tables.map((one) => [one]),
    ...others.slice(-3).map((one) => [one]),
    late,
    ...tables
      .filter(({ release }) => release.slug === "mfh")
      .slice(-1)
      .map((one) => [revised(one)]),
    ...tables
      .filter(({ release }) => release.slug === "slt5")
      .slice(-1)
      .map((one) => [revised(one)]),
  ];
}

/** The same figures a month later, Japan's revised if there are any. */
function revised(content: VintageContent): VintageContent {
  const date = "2026-07-14";
  if (!isVintageDate(date)) throw new Error("no day");
  return {
    ...content,
    date,
    snapshot: {
      ...content.snapshot,
      sha256: createHash("sha256")
        .update(date + content.release.slug)
        .digest("hex"),
    },
    cells: content.cells.map((cell) =>
      cell.key === "mfh.holdings.japan" && cell.period === "2025-12"
        ? { ...cell, value: "1234.5" }
        : cell,
    ),
  };
}

async function walked(keeping: Keeping | null) {
  let looks = 0;
  const reader = createReader(store);
  const heldVintages = (await listReleases(store)).flatMap(({ vintages }) => vintages);
  const open: typeof openGate = async (...asked) => {
    const gate = await openGate(...asked);
    return {
      ...gate,
      look: (slug, ground) => {
        looks += 1;
        return gate.look(slug, ground);
      },
    };
  };
  const slugs = (await readdir(path.join(contentFolder, "articles"))).sort();
  const question = { reader, heldVintages, now, folder: contentFolder, keeping, open };
  const { articles, beside } = await walkContent(question, slugs);
  return { looks, found: { articles: articles.map(({ of, found }) => ({ of, found })), beside } };
}

test(
  "what is kept from vintage to vintage is what a whole look finds",
  { timeout: 900_000 },
  async () => {
    const findings = new KeptFindings(null);
    let looks = -1;
    for (const contents of steps()) {
      for (const slug of new Set(contents.map(({ release }) => release.slug))) {
        const ofRelease = contents.filter(({ release }) => release.slug === slug);
        expect(Array.isArray(await appendVintages(store, ofRelease))).toBe(true);
      }
      const held = await storeHolds(store);
      const kept = await walked(findings.over(held, () => Promise.resolve(true)));
      const whole = await walked(null);
      expect(kept.found).toEqual(whole.found);
      looks = kept.looks;
    }
    // The last two are newer than every article, and so change nothing but how claims stand by now.
    expect(looks).toBe(0);
  },
);
