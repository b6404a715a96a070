import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monthPeriod } from "#lib/series/period";
import { appendVintage } from "#lib/store/append-vintage";
import { exampleVintage } from "#lib/store/example-vintage";
import { readSpans } from "#lib/store/series-spans";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { listReleases } from "#lib/store/vintage-rows";
import { buildDataPage } from "./data-build-page.ts";
import { listData } from "./data-list.ts";
import { wholeIndex } from "./data-query.ts";
import type { HeldRelease } from "./build-home-page.ts";

const japan = "mfh.holdings.japan";
const chile = "mfh.holdings.chile";
const norway = "mfh.holdings.norway";
const october = monthPeriod(2025, 10);

let store: TestStore;

beforeAll(async () => {
  store = await createTestStore();
  await appendVintage(
    store,
    exampleVintage("2026-02-18", {
      [japan]: { "2025-10": "1200", "2025-11": "1202.7", "2025-12": "1185.5" },
      [chile]: { "2025-10": "n.a.", "2025-11": "40.1", "2025-12": "n.a." },
      [norway]: { "2025-10": "n.a.", "2025-11": "n.a.", "2025-12": "n.a." },
    }),
  );
  await appendVintage(store, {
    ...exampleVintage("2026-06-18", {
      [japan]: { "2025-10": "1200", "2025-11": "1202.7", "2025-12": "1187.0", "2026-01": "1190" },
      [chile]: { "2025-10": "n.a.", "2025-11": "40.1", "2025-12": "n.a.", "2026-01": "n.a." },
      [norway]: { "2025-10": "n.a.", "2025-11": "n.a.", "2025-12": "n.a.", "2026-01": "n.a." },
    }),
    violations: [
      {
        identity: "Japan = its parts",
        key: japan,
        period: october,
        found: "1200",
        expected: "1100",
        difference: "100",
        tolerance: "1",
        acknowledged: false,
        line: 1,
        column: 1,
        against: null,
      },
    ],
  });
});

afterAll(() => store.close());

describe("the index of series", () => {
  test("has the newest value of each, its change and its span; where there is no value it says none", async () => {
    const { rows, total, facets } = await listData(store, wholeIndex);
    expect(total).toBe(3);
    expect(rows.map(({ key, latest, span }) => ({ key, latest, span }))).toEqual([
      {
        key: chile,
        latest: {
          ...{ period: "November 2025", value: "40.1", change: null },
          claim: '<Claim of="at(mfh.holdings.chile, 2025-11)">$40.1 billion</Claim>',
        },
        span: "November 2025",
      },
      {
        key: japan,
        latest: {
          ...{ period: "January 2026", value: "1,190", change: "+3.0" },
          claim: '<Claim of="at(mfh.holdings.japan, 2026-01)">$1.19 trillion</Claim>',
        },
        span: "October 2025 to January 2026",
      },
      { key: norway, latest: null, span: null },
    ]);
    expect(facets.release).toEqual([{ value: "mfh", name: "Holders", count: 3, chosen: false }]);
    expect(facets.class).toEqual([
      { value: "treasuries", name: "Treasuries, bonds and bills", count: 3, chosen: false },
    ]);
  });

  test("keeps a filter in sight that leaves nothing, so that it can be taken back", async () => {
    const { total, facets } = await listData(store, { ...wholeIndex, area: "atlantis" });
    expect(total).toBe(0);
    expect(facets.area[0]).toMatchObject({ value: "atlantis", count: 0, chosen: true });
  });

  test("of a page beyond the last has the last, and of a search what was meant", async () => {
    const beyond = await listData(store, { ...wholeIndex, search: "jpan", page: 99 });
    expect(beyond).toMatchObject({ query: { search: "jpan", page: 1 }, pages: 1, meant: "japan" });
    expect(beyond.rows.map(({ key }) => key)).toEqual([japan]);
    expect(await listData(store, { ...wholeIndex, area: "atlantis", page: 2 })).toMatchObject({
      ...{ query: { page: 1 }, pages: 0, rows: [], meant: null },
    });
  });

  test("spans leave out what has no value", async () => {
    expect([...(await readSpans(store, [chile, norway, "mfh.holdings.nobody"]))]).toEqual([
      [chile, { first: "2025-11", last: "2025-11" }],
    ]);
  });
});

describe("the page of a series", () => {
  test("has the newest vintage, its changes, and how it was revised", async () => {
    const page = await read(japan, null);
    expect(page).toMatchObject({
      notice: null,
      vintage: { date: "2026-06-18" },
      headline: {
        period: "2026-01",
        amount: "$1.19 trillion",
        change: "up $3.0 billion on the month before",
      },
      expression: "at(mfh.holdings.japan, 2026-01)",
      valueCount: 4,
    });
    expect(page?.revisions.steps).toMatchObject([{ period: "2025-12", difference: "1.5" }]);
    expect(page?.revisions.fan?.caption).toContain("the one earlier vintage");
  });

  test("marks what does not add up, from the vintage on that says so, and measures nothing against it", async () => {
    const page = await read(japan, null);
    expect(page?.doubted).toEqual([october]);
    expect(page?.values.map(({ change }) => change)).toEqual(["3.0", "-15.7", null, null]);
    expect(page?.headline?.violated).toBe(false);
    expect((await read(japan, "2026-05-01"))?.doubted).toEqual([]);
  });

  test("as of an earlier day knows nothing of what came later", async () => {
    const page = await read(japan, "2026-05-01");
    expect(page).toMatchObject({ vintage: { date: "2026-02-18" }, notice: null, valueCount: 3 });
    expect(page?.headline).toMatchObject({ value: "1185.5" });
    expect(page?.revisions).toMatchObject({ steps: [], fan: null, historyCount: 0 });
  });

  test.each([
    ["2026-02-30", "is not a day"],
    ["yesterday", "is not a day"],
    ["2020-01-01", "oldest vintage held"],
  ])("asked as of %s shows the newest and says why", async (asOf, said) => {
    const page = await read(japan, asOf);
    expect(page?.vintage.date).toBe("2026-06-18");
    expect(page?.notice).toContain(said);
  });

  test("of a series without values has no chart, no newest figure and no expression", async () => {
    expect(await read(norway, null)).toMatchObject({
      chart: null,
      headline: null,
      expression: null,
      span: null,
    });
  });

  test("shows nothing of a vintage that the rest of the site is not of yet", async () => {
    const before = (await listReleases(store)).map((held) => ({
      ...held,
      vintages: held.vintages.slice(0, 1),
    }));
    expect(await read(japan, null, before)).toEqual(await read(japan, "2026-02-18", before));
    const { vintage, vintages, span, chart } = (await read(japan, null, before)) ?? {};
    expect(chart?.choices).toMatchObject({ held: 1, vintages: [{ date: "2026-02-18" }] });
    expect([vintage?.date, vintages?.length, span?.last]).toEqual(["2026-02-18", 1, "2025-12"]);
    const none = before.map((held) => ({ ...held, vintages: [] }));
    expect(await read(japan, null, none)).toBeNull();
  });

  test("of a key that does not exist is none", async () => {
    expect(await read("mfh.holdings.atlantis", null)).toBeNull();
  });
});

async function read(key: string, asOf: string | null, given?: readonly HeldRelease[]) {
  const releases = given ?? (await listReleases(store));
  const query = { asOf, allValues: false, allRevisions: false };
  return buildDataPage(store, key, query, { releases, usesOf: () => [] });
}
