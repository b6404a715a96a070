import { describe, expect, test } from "vitest";
import type { PlannedEntry } from "#lib/feeds/feed";
import { feedDocument } from "#lib/feeds/feed-documents";
import { dawnOf } from "#lib/feeds/feed-instant";
import { seriesSubject } from "#lib/feeds/subjects";
import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { planArea } from "./feed-areas.ts";
import type { LoadTimes } from "./feed-releases.ts";
import { planSeries } from "./feed-series.ts";

const february = day("2026-02-18");
const april = day("2026-04-15");
const june = day("2026-06-18");
const loads = new Map([["mfh 2026-04-15", new Date("2026-05-01T12:00:00Z")]]);
const japan = exampleSeries("mfh.holdings.japan", { title: "Holdings: Japan", multiplier: 9 });

/** By period, then by vintage, as the store gives them. */
const history = [
  cell("2025-12", february, "1059.3"),
  cell("2025-12", april, "1061.0"),
  cell("2026-01", april, "1100.5"),
  cell("2026-02", june, "1134.2"),
];

describe("the feed of a series", () => {
  test("has an entry for each vintage that said something new, by a name that stays", () => {
    const entries = planSeries(japan, [...history, cell("2026-03", june, "n.a.")], loads);
    expect(entries.map(({ id, published }) => [id, published])).toEqual([
      ["tag:tickmark,2026:series:mfh.holdings.japan:2026-06-18", dawnOf(june)],
      ["tag:tickmark,2026:series:mfh.holdings.japan:2026-04-15", dawnOf(april)],
      ["tag:tickmark,2026:series:mfh.holdings.japan:2026-02-18", dawnOf(february)],
    ]);
  });

  test("is changed by a vintage that comes after a newer one when it comes, and by no other", () => {
    const inOrder = new Map([
      ["mfh 2026-02-18", new Date("2026-11-01T12:00:00Z")],
      ["mfh 2026-04-15", new Date("2026-11-01T12:00:01Z")],
      ["mfh 2026-06-18", new Date("2026-11-01T12:00:01Z")],
      ["slt1 2026-06-18", new Date("2020-01-01T00:00:00Z")],
    ]);
    const changedIn = (times: typeof inOrder) =>
      planSeries(japan, history, times)
        .filter(({ published, updated }) => updated !== published)
        .map(({ updated, changed }) => [updated, changed.came?.toISOString()]);
    expect(changedIn(inOrder)).toEqual([]);
    const late = "2026-11-20T08:00:00.000Z";
    expect(changedIn(new Map(inOrder).set("mfh 2026-04-15", new Date(late)))).toEqual([
      [late, late],
    ]);
  });

  test("tells in its newest document of an old vintage that came late", async () => {
    const days = Array.from({ length: 60 }, (_, at) =>
      day(`${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15`),
    );
    const long = days.map((date) => cell(`${date.slice(0, 4)}-${date.slice(5, 7)}`, date, "1"));
    const times = new Map(days.map((date) => [`mfh ${date}`, new Date("2026-11-01T12:00:00Z")]));
    const newest = async (loads: LoadTimes) => {
      const entries = planSeries(japan, long, loads);
      const document = await feedDocument({ subject: seriesSubject(japan), entries }, null);
      return document?.entries.map(({ id }) => id.split(":").at(-1)) ?? [];
    };
    const before = await newest(times);
    expect(before).not.toContain("1990-03-15");
    const late = new Map(times).set("mfh 1990-03-15", new Date("2026-11-20T12:00:00Z"));
    expect(await newest(late)).toEqual([...before, "1990-03-15"]);
  });

  test("tells the newest figure, what is new, and what was revised from what to what", async () => {
    const entry = planSeries(japan, history, loads).find(
      ({ published }) => published === dawnOf(april),
    );
    const { summary, html } = (await entry?.write()) ?? {};
    expect(summary).toBe("January 2026: $1.10 trillion. Figures: 1 new, 1 revised.");
    expect(html?.replaceAll(/ style="[^"]*"/g, "")).toContain(
      '<tr><th scope="row">December 2025</th><td>1,059.3</td><td>1,061.0</td><td>+1.7</td></tr>',
    );
  });
});

describe("the feed of an area", () => {
  const release = {
    slug: "mfh",
    title: "Major foreign holders",
    publisher: "Treasury",
    url: "https://ticdata.treasury.gov",
    licence: "Public domain",
  };
  const area = {
    slug: "japan",
    code: "42609",
    name: "Japan",
    kind: "country",
    region: null,
    iso: "JP",
    names: {},
  } as const;
  const of = { area, releases: [release], loads };

  test("has an entry for each vintage, with the newest figure of each series", async () => {
    const entries = planArea(of, [{ series: japan, history }]);
    expect(entries.map(({ id }) => id)).toEqual([
      "tag:tickmark,2026:area:japan:mfh:2026-06-18",
      "tag:tickmark,2026:area:japan:mfh:2026-04-15",
      "tag:tickmark,2026:area:japan:mfh:2026-02-18",
    ]);
    expect(entries[1]?.path).toBe("/releases/mfh/2026-04-15");
    const { summary, html } = (await entries[1]?.write()) ?? {};
    expect(summary).toBe("New or revised figures of 1 series.");
    expect(html).toContain('<a href="/data/mfh.holdings.japan">Holdings: Japan</a>');
    expect(html).toContain("January 2026: $1.10 trillion.");
  });

  test("does not change what it said of a day when another table of that day comes later", async () => {
    const other = exampleSeries("slt1.total.net.japan", { title: "Purchases: Japan" });
    const table = { ...release, slug: "slt1" };
    const both = { ...of, releases: [release, table] };
    const before = planArea(of, [{ series: japan, history }]);
    const after = planArea(both, [
      { series: japan, history },
      { series: other, history: history.map((one) => ({ ...one, key: other.key })) },
    ]);
    const ids = new Set(before.map(({ id }) => id));
    expect(await written(after.filter(({ id }) => ids.has(id)))).toEqual(await written(before));
    expect(after).toHaveLength(2 * before.length);
    expect(new Set(after.map(({ path }) => path)).size).toBe(after.length);
  });
});

function written(entries: readonly PlannedEntry[]) {
  return Promise.all(
    entries.map(async ({ write, ...heading }) => ({ ...heading, ...(await write()) })),
  );
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(`${text} is no day`);
  return text;
}

function cell(period: string, knownFrom: VintageDate, value: string): Cell {
  if (!isPeriod(period)) throw new Error(`${period} is no period`);
  const status = value === "n.a." ? "missing" : "normal";
  return {
    ...{ key: japan.key, period, knownFrom, status, line: 1, column: 1 },
    value: value === "n.a." ? null : value,
  };
}
