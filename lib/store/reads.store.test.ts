import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isPeriod } from "#lib/series/period";
import type { Area, Series } from "#lib/series/series";
import { appendVintage } from "./append-vintage.ts";
import { findArea, listAreas, listSeriesOfArea } from "./area-rows.ts";
import { day, exampleVintage } from "./example-vintage.ts";
import { readHistory } from "./history.ts";
import { readLatest } from "./latest.ts";
import { nearestKeys } from "./nearest-keys.ts";
import { createReader } from "./reader.ts";
import { compareVintages, countChanges } from "./revision-rows.ts";
import { searchSeries } from "./series-search.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listVintages, namesOfVintages, vintageName } from "./vintage-rows.ts";

const [january, february, march] = [day("2026-01-15"), day("2026-02-18"), day("2026-03-18")];
const japan = "mfh.holdings.japan";
const belgium = "mfh.holdings.belgium";

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  const first = { "2025-10": "1", "2025-11": "2", "2025-12": "3" };
  const second = { "2025-10": "1", "2025-11": "20.5", "2025-12": "n.a.", "2026-01": "4" };
  const third = { "2025-10": "1", "2025-12": "3.5", "2026-01": "4" };
  const whole = { "2025-10": "7", "2025-11": "7", "2025-12": "7", "2026-01": "7" };
  const { "2026-01": _, ...shorter } = whole;
  // The newest is loaded before the one in the middle.
  await appendVintage(store, described(january, { [japan]: first, [belgium]: shorter }));
  await appendVintage(store, described(march, { [japan]: third, [belgium]: whole }));
  await appendVintage(store, described(february, { [japan]: second, [belgium]: whole }));
});
afterAll(() => store.close());

/** With titles, and with the names that two files print for Japan. */
function described(date: string, figures: Record<string, Record<string, string>>) {
  const vintage = exampleVintage(date, figures);
  const series = vintage.series.map((one): Series => ({
    ...one,
    title: `Holdings of Treasury securities: ${one.area === "japan" ? "Japan" : "Belgium"}`,
    names: ["holdings of Treasuries"],
    source: { ...one.source, code: one.area === "japan" ? "42609" : "10251" },
  }));
  const areas = vintage.areas.map((area): Area =>
    area.slug === "japan"
      ? { ...area, name: "Japan", iso: "JP", names: { mfh: "Japan", old: "Nippon" } }
      : { ...area, name: "Belgium", kind: "country", region: "total-europe" },
  );
  return { ...vintage, series, areas };
}

test("a month has its first print from the vintage that brought it, in whatever order they were loaded", async () => {
  const reader = createReader(store);
  const prints = async (asOf: typeof march) =>
    (await reader.firstPrints([japan], asOf))
      .get(japan)
      ?.map(({ period, knownFrom, value }) => [period, knownFrom, value]);
  const december = ["2025-12", january, "3"];
  expect(await prints(march)).toEqual([december, ["2026-01", february, "4"]]);
  expect(await prints(january)).toEqual([december]);
});

test("a history has every word of every vintage, the withdrawn ones too", async () => {
  const cells = await readHistory(store, japan);
  expect(
    cells.map(({ period, knownFrom, value, status }) => [period, knownFrom, value ?? status]),
  ).toEqual([
    ["2025-10", january, "1"],
    ["2025-11", january, "2"],
    ["2025-11", february, "20.5"],
    ["2025-11", march, "withdrawn"],
    ["2025-12", january, "3"],
    ["2025-12", february, "missing"],
    ["2025-12", march, "3.5"],
    ["2026-01", february, "4"],
    ["2026-01", march, "4"],
  ]);
  const from = "2026-01";
  if (!isPeriod(from)) throw new TypeError(from);
  expect(await readHistory(store, japan, { from })).toHaveLength(2);
  expect(await readHistory(store, "no.such.series")).toEqual([]);
});

test("the latest figures are the last two with a value, as known on the day", async () => {
  const values = async (asOf: typeof january) => {
    const found = (await readLatest(store, [japan, "no.such.series"], asOf)).get(japan);
    return [found?.latest, found?.before].map((cell) => `${cell?.period} ${cell?.value}`);
  };
  expect(await values(january)).toEqual(["2025-12 3", "2025-11 2"]);
  expect(await values(february)).toEqual(["2026-01 4", "2025-11 20.5"]);
  expect(await values(march)).toEqual(["2026-01 4", "2025-12 3.5"]);
  expect((await readLatest(store, [japan, belgium], day("2026-01-14"))).size).toBe(0);
});

describe("what changed", () => {
  test("between two vintages, the largest first, with the mean absolute revision", async () => {
    const report = await compareVintages(store, "mfh", january, march, 10);
    expect(report).toMatchObject({ added: 2, revised: 1, withdrawn: 1 });
    expect(report.summaries).toEqual([
      {
        ...{ section: "", securities: "treasuries", measure: "holdings", areas: "countries" },
        unit: "USD billion",
        ...{ added: 2, revised: 1, withdrawn: 1 },
        ...{ meanAbsoluteRevision: "0.5", largestAbsoluteRevision: "0.5" },
      },
    ]);
    expect(
      report.largest.map(({ kind, period, difference }) => [kind, period, difference]),
    ).toEqual([
      ["revised", "2025-12", "0.5"],
      ["withdrawn", "2025-11", null],
    ]);
  });

  test("a value that became missing is revised, and has no difference", async () => {
    const { largest, revised } = await compareVintages(store, "mfh", january, february, 10);
    expect(revised).toBe(2);
    expect(largest.map(({ before, after, difference }) => [before, after, difference])).toEqual([
      ["2", "20.5", "18.5"],
      ["3", null, null],
    ]);
    expect((await compareVintages(store, "mfh", january, february, 1)).largest).toHaveLength(1);
  });

  test("vintage by vintage, whatever the order in which they were loaded", async () => {
    expect(await countChanges(store, "mfh")).toEqual([
      { date: january, added: 6, revised: 0, withdrawn: 0 },
      { date: february, added: 2, revised: 2, withdrawn: 0 },
      { date: march, added: 0, revised: 1, withdrawn: 1 },
    ]);
    expect(await countChanges(store, "no-such-release")).toEqual([]);
  });
});

describe("search", () => {
  async function find(text: string, details: Partial<Parameters<typeof searchSeries>[1]> = {}) {
    const found = await searchSeries(store, { text, limit: 10, offset: 0, ...details });
    return found.series.map(({ key }) => key);
  }

  test.each([
    ["a name", "Japan"],
    ["a name of another file", "nippon"],
    ["the beginning of a word", "japan treas"],
    ["another form of a word", "japan treasury security holding"],
    ["a misspelt word", "Japn holdngs"],
    ["two letters that changed places", "Jaapn"],
    ["a code", "42609"],
    ["a key", "mfh.holdings.japan"],
  ])("finds a series by %s", async (_, text) => {
    expect((await find(text))[0]).toBe(japan);
  });

  test("what is like nothing finds nothing, and harms nothing", async () => {
    for (const text of ["xyzzyqwk", "'); DROP TABLE series; --", "& | ! :*", "\\", "%_%"]) {
      await expect(find(text)).resolves.toBeInstanceOf(Array);
    }
    expect(await find("xyzzyqwk")).toEqual([]);
  });

  test("a facet counts what each of its values would leave, all else as asked", async () => {
    const found = await searchSeries(store, { area: "japan", limit: 10, offset: 0 });
    expect(found.total).toBe(1);
    expect(found.facets.area).toEqual([
      { value: "belgium", count: 1 },
      { value: "japan", count: 1 },
    ]);
    expect(found.facets.release).toEqual([{ value: "mfh", count: 1 }]);
  });

  test("a control character is a space", async () => {
    expect(await find("japan\0")).toEqual([japan]);
    expect(await find("\0")).toHaveLength(2);
    expect(await find("hold\0japan\u0007")).toEqual([japan]);
  });

  test("pages follow one another", async () => {
    expect(await find("", { limit: 1 })).toEqual([belgium]);
    expect(await find("", { limit: 1, offset: 1 })).toEqual([japan]);
    expect(await find("", { offset: 2 })).toEqual([]);
  });
});

test("the nearest keys to a misspelt one come first", async () => {
  expect(await nearestKeys(store, "mfh.holding.jpan", 1)).toEqual([japan]);
  expect(await createReader(store).nearestKeys("xyz", 3)).toEqual([]);
});

test("of a very long key only the beginning is compared", async () => {
  const query = vi.spyOn(store.pool, "query");
  expect(await nearestKeys(store, "ab.".repeat(3000), 3)).toEqual([]);
  expect(query.mock.lastCall).toMatchObject([{ values: ["ab.".repeat(3000).slice(0, 100), 100] }]);
  expect(await nearestKeys(store, "mfh.holding.jpan\0", 1)).toEqual([japan]);
  query.mockRestore();
});

test("areas are listed by name with how many series speak of them", async () => {
  const areas = await listAreas(store);
  expect(areas.map(({ name, series }) => [name, series])).toEqual([
    ["Belgium", 1],
    ["Japan", 1],
  ]);
  expect(await findArea(store, "japan")).toEqual({
    ...{ slug: "japan", code: null, name: "Japan", kind: "country", region: null, iso: "JP" },
    names: { mfh: "Japan", old: "Nippon" },
  });
  expect(await findArea(store, "atlantis")).toBeNull();
  expect((await listSeriesOfArea(store, "japan")).map(({ key }) => key)).toEqual([japan]);
});

test("every vintage has a name of its own", async () => {
  const found = (await listVintages(store, "mfh")).find(({ date }) => date === february);
  const names = await namesOfVintages(store);
  expect(names).toHaveLength(3);
  expect(names[1]).toBe(vintageName("mfh", february, found?.snapshot.sha256 ?? ""));
});
