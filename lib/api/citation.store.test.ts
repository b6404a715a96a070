import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { buildDataPage } from "#lib/site/data-build-page";
import { citeSeries } from "#lib/site/data-citation";
import type { DataPage } from "#lib/site/data-page";
import { readPageQuery, seriesPath } from "#lib/site/data-page-query";
import { appendVintage } from "#lib/store/append-vintage";
import { day, exampleVintage } from "#lib/store/example-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { listReleases } from "#lib/store/vintage-rows";
import { answerRequest } from "./answer-request.ts";
import { figuresSchema } from "./figures-json.ts";

const origin = "https://tickmark.example";
const japan = "mfh.holdings.japan";
const api = `/api/series/${japan}`;

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  const values = [
    ["2026-02-18", { "2025-10": "1200.0", "2025-11": "1202.7", "2025-12": "1185.5" }],
    ["2026-03-18", { "2025-10": "1200.0", "2025-11": "1203.9", "2025-12": "n.a." }],
    ["2026-06-18", { "2025-10": "1200.0", "2025-11": "1204.0", "2025-12": "1185.5" }],
  ] as const;
  for (const [date, printed] of values) {
    const appended = await appendVintage(store, exampleVintage(date, { [japan]: printed }));
    expect(appended).toMatchObject({ outcome: "appended" });
  }
});
afterAll(() => store.close());

async function answer(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, origin);
  const answered = await answerRequest(pathname, searchParams, {
    store,
    origin,
    today: day("2026-07-01"),
  });
  if (!answered.ok) throw new Error(answered.problem.detail);
  return answered.body;
}

/** The page that a citation's address leads to, with all its values. */
async function pageCited(citation: string): Promise<DataPage> {
  const { pathname, searchParams } = new URL(citation.split(" ").at(-1) ?? "");
  const [, key = ""] = /^\/data\/([^/]+)$/.exec(pathname) ?? [];
  const { query, notices } = readPageQuery(key, Object.fromEntries(searchParams));
  const site = { releases: await listReleases(store), usesOf: () => [] };
  const page = await buildDataPage(store, key, { ...query, allValues: true }, site);
  if (page === null) throw new Error(`${citation} leads nowhere`);
  expect([...notices, page.notice]).toEqual([null]);
  return page;
}

const asked = [
  "",
  "?asOf=2026-03-17",
  "?asOf=2026-04-01",
  "?asOf=2026-06-30",
  "?vintages=all",
  "?vintages=all&asOf=2026-03-18",
  "?to=2025-10",
];

test.each(asked)(
  "the address in each row's citation shows that row's value, from its file: %s",
  async (query) => {
    for (const [format, [period, value, from, sha256, citation]] of [
      ["", ["period", "value", "known_from", "source_sha256", "citation"]],
      ["sdmx-csv", ["TIME_PERIOD", "OBS_VALUE", "VINTAGE", "SOURCE_SHA256", "CITATION"]],
    ] as const) {
      const parameters = new URLSearchParams(query);
      if (format !== "") parameters.set("format", format);
      const rows = z
        .array(z.record(z.string(), z.string()))
        .parse(parse(await answer(`${api}.csv?${parameters.toString()}`), { columns: true }));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const page = await pageCited(row[citation] ?? "");
        const shown = page.values.find((one) => one.period === row[period]);
        expect([shown?.value ?? "", page.vintage.date]).toEqual([row[value], row[from]]);
        expect(page.vintage.snapshot.sha256).toBe(row[sha256]);
        expect(row[citation]).toContain(row[sha256]);
      }
    }
  },
);

test.each(asked.filter((query) => !query.includes("vintages=all")))(
  "the citation of the whole is that of the page it leads to, which shows every value: %s",
  async (query) => {
    const figures = figuresSchema.parse(JSON.parse(await answer(`${api}.json${query}`)));
    const page = await pageCited(figures.citation);
    const { series, release, vintage } = page;
    const address = origin + seriesPath(series.key, { asOf: vintage.date });
    expect(figures.citation).toBe(citeSeries(series, release, vintage, address).text);
    expect(figures.vintage).toBe(vintage.date);
    for (const { period, value, knownFrom } of figures.observations) {
      expect(page.values).toContainEqual(expect.objectContaining({ period, value, knownFrom }));
    }
  },
);
