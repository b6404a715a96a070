import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { appendVintage } from "#lib/store/append-vintage";
import { day, exampleVintage } from "#lib/store/example-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { answerRequest } from "./answer-request.ts";
import { figuresSchema } from "./figures-json.ts";
import { areaListSchema } from "./list-areas.ts";
import { releaseListSchema, releaseVintagesSchema } from "./list-releases.ts";
import { revisionsSchema } from "./list-revisions.ts";
import { seriesListSchema } from "./list-series.ts";

const origin = "https://tickmark.example";
const japan = "mfh.holdings.japan";
const china = "mfh.holdings.china-mainland";

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  const first = exampleVintage("2026-02-18", {
    [china]: { "2025-10": "688.7", "2025-11": "683.9", "2025-12": "n.a." },
    [japan]: { "2025-10": "1200.0", "2025-11": "1202.7", "2025-12": "1185.5" },
  });
  const second = exampleVintage("2026-06-18", {
    [china]: { "2025-10": "688.7", "2025-11": "683.9", "2025-12": "683.5" },
    [japan]: { "2025-10": "1200.0", "2025-11": "1203.9", "2025-12": "1185.50" },
  });
  for (const vintage of [first, second]) {
    expect(await appendVintage(store, vintage)).toMatchObject({ outcome: "appended" });
  }
});
afterAll(() => store.close());

async function ask(address: string) {
  const { pathname, searchParams } = new URL(address, origin);
  return answerRequest(pathname, searchParams, { store, origin, today: day("2026-07-01") });
}

/** The JSON of an answer, which must be one and fit its published schema. */
async function json<T extends z.ZodType>(address: string, schema: T): Promise<z.output<T>> {
  const answer = await ask(address);
  if (!answer.ok) throw new Error(answer.problem.detail);
  const parsed: unknown = JSON.parse(answer.body);
  const checked = schema.parse(parsed);
  // Nothing is said that the schema does not tell of.
  expect(checked).toEqual(parsed);
  return checked;
}

async function problem(address: string) {
  const answer = await ask(address);
  if (answer.ok) throw new Error(`${address} has an answer`);
  return answer.problem;
}

describe("the figures of a series", () => {
  const address = `/api/series/${japan}.json`;
  const valuesOf = ({ observations }: z.output<typeof figuresSchema>) =>
    observations.map(({ period, value }) => [period, value]);

  test("are those of the newest vintage, each known from the one that first printed it", async () => {
    const figures = await json(address, figuresSchema);
    expect(figures).toMatchObject({
      asOf: "2026-06-18",
      vintage: "2026-06-18",
      vintages: "newest",
    });
    expect(figures.observations).toMatchObject([
      { period: "2025-10", value: "1200.0", status: "normal", knownFrom: "2026-02-18", line: 10 },
      { period: "2025-11", value: "1203.9", knownFrom: "2026-06-18" },
      { period: "2025-12", value: "1185.5", knownFrom: "2026-02-18" },
    ]);
    expect(figures.sources.map(({ vintage }) => vintage)).toEqual(["2026-02-18", "2026-06-18"]);
  });

  test("as of an earlier day are what was known then", async () => {
    const figures = await json(`${address}?asOf=2026-06-17&from=2025-11`, figuresSchema);
    expect(figures).toMatchObject({ asOf: "2026-06-17", vintage: "2026-02-18", from: "2025-11" });
    expect(valuesOf(figures)).toEqual([
      ["2025-11", "1202.7"],
      ["2025-12", "1185.5"],
    ]);
  });

  test("with all vintages have every word on each period", async () => {
    const figures = await json(`${address}?vintages=all&from=2025-11&to=2025-11`, figuresSchema);
    expect(valuesOf(figures)).toEqual([
      ["2025-11", "1202.7"],
      ["2025-11", "1203.9"],
    ]);
  });

  test("with all vintages up to a day have none that came later", async () => {
    const figures = await json(`${address}?vintages=all&asOf=2026-03-01`, figuresSchema);
    expect(figures.observations.every(({ knownFrom }) => knownFrom === "2026-02-18")).toBe(true);
    expect(figures.sources).toHaveLength(1);
  });

  test("have null for what the file calls not available, and say so", async () => {
    const figures = await json(`/api/series/${china}.json?asOf=2026-02-18`, figuresSchema);
    expect(figures.observations.at(-1)).toMatchObject({ value: null, status: "missing" });
  });

  test("of a year are its months", async () => {
    expect(valuesOf(await json(`${address}?from=2024&to=2025`, figuresSchema))).toHaveLength(3);
    expect(valuesOf(await json(`${address}?to=2024`, figuresSchema))).toEqual([]);
  });

  test("after the newest vintage are as of that one, and say so", async () => {
    for (const query of ["asOf=2026-06-30", "asOf=2026-07-01", "asOf=2026-07-01&vintages=all"]) {
      const figures = await json(`${address}?${query}`, figuresSchema);
      expect(figures).toMatchObject({ asOf: "2026-06-18", vintage: "2026-06-18" });
    }
  });

  test("of a day to come are refused, and the newest vintage is told", async () => {
    for (const file of [address, address.replace(".json", ".csv")]) {
      const found = await problem(`${file}?asOf=2062-06-18&from=2025&to=2024`);
      expect(found.kind).toBe("invalid-parameters");
      expect(found.errors?.map(({ parameter }) => parameter)).toEqual(["asOf", "from"]);
      expect(found.errors?.[0]?.message).toBe(
        'expected a day that has come, found "2062-06-18"; the newest vintage held is that of 2026-06-18',
      );
    }
    expect(await problem(`${address}?asOf=2026-07-02`)).toMatchObject({
      errors: [{ parameter: "asOf" }],
    });
  });

  test("before the first vintage are refused, and the first day is told", async () => {
    const found = await problem(`${address}?asOf=2026-02-17`);
    expect(found.kind).toBe("nothing-known-yet");
    expect(found.detail).toContain("the first vintage of mfh held here is that of 2026-02-18");
  });

  test("of an unknown key are refused with the nearest ones", async () => {
    expect(await problem("/api/series/mfh.holding.japn.json")).toMatchObject({
      kind: "unknown-series",
      nearest: [japan, china],
    });
    for (const key of ["x".repeat(5000), "MFH", "%27", "a..b", "mfh.holdings.japan.csv"]) {
      expect(await problem(`/api/series/${key}.json`)).toMatchObject({ kind: "unknown-series" });
    }
  });

  test("come as CSV and SDMX-CSV, with their media types and names of their own", async () => {
    const csv = await ask(`/api/series/${japan}.csv`);
    expect(csv).toMatchObject({
      mediaType: "text/csv; charset=utf-8; header=present",
      fileName: `${japan}-2026-06-18.csv`,
    });
    const sdmx = await ask(`/api/series/${japan}.csv?format=sdmx-csv&vintages=all`);
    expect(sdmx).toMatchObject({
      mediaType: "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
      fileName: `${japan}-2026-06-18-all-vintages.sdmx.csv`,
    });
  });

  test("know their format by the address: a parameter for it is refused in JSON", async () => {
    expect(await problem(`${address}?format=csv`)).toMatchObject({
      kind: "invalid-parameters",
      known: ["asOf", "from", "to", "vintages"],
    });
  });
});

describe("the list of series", () => {
  test.each([
    ["japan", null],
    ["jappan", ["japan"]],
  ])(
    "is found by words, and names those meant where they are misspelt: %s",
    async (words, meant) => {
      const list = await json(`/api/series?search=${words}`, seriesListSchema);
      expect(list.series.map(({ key }) => key)).toEqual([japan]);
      expect(list.meant).toEqual(meant);
    },
  );

  test("comes in pages that name one another", async () => {
    const first = await json("/api/series?release=mfh&limit=1", seriesListSchema);
    expect(first).toMatchObject({ total: 2, limit: 1, offset: 0, links: { prev: null } });
    const second = await json(first.links.next ?? "", seriesListSchema);
    expect(second.links).toMatchObject({ next: null, prev: first.links.self });
    expect([first, second].flatMap(({ series }) => series.map(({ key }) => key))).toEqual([
      china,
      japan,
    ]);
  });

  test("counts how the series are spread", async () => {
    const { facets } = await json("/api/series", seriesListSchema);
    expect(facets.class).toEqual([{ value: "treasuries", count: 2 }]);
  });

  test("a value that no series has is refused, with the one that was meant", async () => {
    expect(await problem("/api/series?class=treasurys&measure=holdings")).toMatchObject({
      errors: [{ parameter: "class", suggestion: "treasuries" }],
    });
  });

  test("words that fit nothing give an empty list: that is an answer", async () => {
    const list = await json("/api/series?search=zzzzzz&release=mfh", seriesListSchema);
    expect(list).toMatchObject({ total: 0, series: [] });
  });
});

describe("releases, vintages and revisions", () => {
  test("every release says how many vintages there are", async () => {
    const { releases } = await json("/api/releases", releaseListSchema);
    expect(releases).toMatchObject([
      { release: "mfh", vintages: 2, firstVintage: "2026-02-18", newestVintage: "2026-06-18" },
    ]);
  });

  test("each vintage says what it changed, and in which file it came", async () => {
    const { vintages } = await json("/api/releases/mfh", releaseVintagesSchema);
    expect(vintages).toMatchObject([
      { vintage: "2026-02-18", added: 6, revised: 0, links: { revisions: null } },
      { vintage: "2026-06-18", added: 0, revised: 2, file: "f.txt", bytes: 10 },
    ]);
  });

  test("revisions are counted, summed up and listed, the largest first", async () => {
    const report = await json("/api/releases/mfh/2026-06-18/revisions", revisionsSchema);
    expect(report).toMatchObject({
      ...{ from: "2026-02-18", to: "2026-06-18", revised: 2, unit: "USD billion" },
      sources: [{ vintage: "2026-02-18" }, { vintage: "2026-06-18", file: "f.txt" }],
      summaries: [{ unit: "USD billion", meanAbsoluteRevision: "1.2" }],
    });
    expect(report.revisions[0]).toMatchObject({
      ...{ key: japan, before: "1202.7", after: "1203.9", difference: "1.2" },
    });
  });

  test("revisions come in pages", async () => {
    const address = "/api/releases/mfh/2026-06-18/revisions?limit=1";
    const first = await json(address, revisionsSchema);
    const second = await json(first.links.next ?? "", revisionsSchema);
    expect([first, second].map(({ revisions }) => revisions.length)).toEqual([1, 1]);
    expect(second.links.next).toBeNull();
    expect(second.revisions).not.toEqual(first.revisions);
  });

  test("the first vintage has none before it", async () => {
    const found = await problem("/api/releases/mfh/2026-02-18/revisions");
    expect(found).toMatchObject({ kind: "unknown-vintage" });
  });

  test("what is not held is refused with what is", async () => {
    expect(await problem("/api/releases/mfhs")).toMatchObject({
      ...{ kind: "unknown-release", known: ["mfh"], nearest: ["mfh"] },
    });
    expect(await problem("/api/releases/mfh/2026-06-19/revisions")).toMatchObject({
      ...{ kind: "unknown-vintage", known: ["2026-02-18", "2026-06-18"] },
    });
    expect(await problem("/api/releases/mfh/2026-06-18/revisions?from=2026-06-18")).toMatchObject({
      kind: "invalid-parameters",
      errors: [{ parameter: "from" }],
    });
  });
});

test("areas have their codes and how many series there are", async () => {
  const { areas } = await json("/api/areas", areaListSchema);
  expect(areas).toMatchObject([
    { area: "china-mainland", kind: "country", series: 1 },
    { area: "japan", series: 1 },
  ]);
});

test("an address that leads nowhere is refused with those that lead somewhere", async () => {
  expect(await problem("/api/serie")).toMatchObject({
    kind: "no-such-address",
    nearest: ["/api/series"],
  });
  expect(await problem(`/api/series/${japan}`)).toMatchObject({
    nearest: [`/api/series/${japan}.json`, `/api/series/${japan}.csv`],
  });
});
