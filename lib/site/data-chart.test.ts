import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, periodsBetween, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { answerChartQuery } from "./chart-query.ts";
import { chartFile } from "./chart-file.ts";
import { viewDefinition } from "./chart-view.ts";
import { breakLetters, seriesChart } from "./data-chart.ts";

const monthly = { "2025-11": "11.5", "2025-12": "-20", "2026-01": "n.a." };

describe("the chart of a series", () => {
  test("shows a stock as a line and what happens in a period as columns", async () => {
    expect(await formOf("mfh.holdings.japan", {}, monthly)).toBe("line");
    expect(await formOf("slt1.total.net.japan", {}, monthly)).toBe("bar");
    expect(await formOf("press.12m.line-3", { window: 12 }, monthly)).toBe("line");
    const months = periodsBetween(period("1977-01"), period("2023-01"));
    const long: Record<string, string> = {};
    for (const month of months) long[month] = "1";
    expect(await formOf("s1.treasuries.sales.japan", {}, long)).toBe("line");
    expect(await formOf("press.year.line-3", { frequency: "annual" }, { "2024": "1" })).toBe("bar");
  });

  test("is in billions of dollars unless that would hide the figures", async () => {
    expect(await unitOf({ multiplier: 6 }, { "2025-12": "-10000" })).toBe("billion");
    expect(await unitOf({ multiplier: 6 }, { "2025-12": "9999.9" })).toBe("million");
    expect(await unitOf({ multiplier: 6 }, { "2025-12": "n.a." })).toBe("million");
  });

  test("has a letter for each of a few breaks, and marks for many", () => {
    const few = [period("2021-06"), period("2023-02")].map((at) => ({ period: at, text: "." }));
    expect([...breakLetters({ breaks: few }).values()]).toEqual(["a", "b"]);
    expect(breakLetters({ breaks: [...few, ...few, ...few] }).size).toBe(0);
  });

  test("prints whole millions whole, and at the end of its line the figure without a name", async () => {
    const reader = readerOf(
      "mfh.holdings.japan",
      { multiplier: 6 },
      { "2025-11": "7", "2025-12": "9" },
    );
    const chart = await seriesChart("mfh.holdings.japan", reader);
    if (chart === null) throw new Error("no chart");
    const viewed = await viewDefinition(
      { ...chart.definition, headline: "Holdings", measure: "Holdings" },
      reader,
      day("2026-06-18"),
    );
    if (!viewed.ok) throw new Error(JSON.stringify(viewed.problems));
    expect(viewed.view.table.rows.map(([, text]) => text)).toEqual(["9", "7"]);
    expect(viewed.view.measure).toBe("Million U.S. dollars, November 2025 and December 2025");
    const press = await seriesChart(
      "press.line-3",
      readerOf("press.line-3", { title: "Net flow" }, monthly),
    );
    expect(press?.definition).toMatchObject({ series: [{ label: "Value" }] });
    const line = {
      ...chart.definition,
      series: [{ key: "mfh.holdings.japan", label: "Value", emphasis: true }],
    };
    const drawn = await viewDefinition(line, reader, day("2026-06-18"));
    expect(drawn.ok ? drawn.view.svg.wide : "").toContain(">9<");
    expect(drawn.ok ? drawn.view.svg.wide : "Value").not.toContain("Value");
  });

  test("keeps the breaks between its first and its last value, and notes no marks where there are none", async () => {
    const breaks = ["2002-06", "2025-11", "2025-12", "2026-02"].map((at) => ({
      period: period(at),
      text: ".",
    }));
    const key = "slt1.total.net.japan";
    const chart = await seriesChart(key, readerOf(key, { breaks }, monthly));
    expect(chart?.definition).toMatchObject({ breaks: [{ period: "2025-12", text: "a" }] });
    expect(chart?.definition.note).toContain("a break in the series");
    const none = await seriesChart(key, readerOf(key, { breaks: breaks.slice(0, 1) }, monthly));
    expect(none?.definition).toMatchObject({ breaks: [], note: null });
  });

  test("adds and subtracts no figures that come from different releases", async () => {
    const offered = async (details: Partial<Series>) => {
      const chart = await seriesChart("press.line-3", readerOf("press.line-3", details, monthly));
      return chart !== null && "transformations" in chart.definition
        ? chart.definition.transformations
        : null;
    };
    expect(await offered({ section: "month" })).toEqual(["level", "change"]);
    expect(await offered({ section: "12m", window: 12 })).toEqual(["level"]);
    expect(await offered({ section: "year", frequency: "annual" })).toEqual(["level"]);
    expect(await offered({})).toEqual(["level", "sum-12", "change"]);
  });

  test("of years names years, offers years, and never adds twelve of them up", async () => {
    const years = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [String(2013 + index), String(index)]),
    );
    const reader = readerOf("press.year.line-3", { frequency: "annual" }, years);
    const chart = await seriesChart("press.year.line-3", reader);
    if (chart === null) throw new Error("no chart");
    const viewed = await viewDefinition(chart.definition, reader, day("2026-06-18"));
    if (!viewed.ok) throw new Error(JSON.stringify(viewed.problems));
    const { choices, table, alt } = viewed.view;
    expect(choices.ranges.map(({ label }) => label)).toEqual([
      "All, since 2013",
      "Last 10 years",
      "Last 5 years",
      "Last 2 years",
      "Last year",
    ]);
    expect(choices.transformations.map(({ label }) => label)).toEqual([
      "As published",
      "Yearly change",
    ]);
    expect(table.columns[0]).toBe("Year");
    expect(alt).toContain("2013 to 2024");
    const asked = { id: "press.year.line-3", transformation: "sum-12" };
    const refused = await answerChartQuery(asked, reader);
    expect(refused.ok ? "" : refused.message).toContain("more than a month");
    const changes = { ...asked, transformation: "change", from: "2020" };
    const answer = await answerChartQuery(changes, reader);
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.content.measure).toBe("Yearly change, billion U.S. dollars, 2020 to 2024");
    expect(answer.content.plotted.positions).toEqual(["2020", "2021", "2022", "2023", "2024"]);
  });

  test("answers a reader's choice and gives files under its key", async () => {
    const reader = readerOf("slt1.total.net.japan", {}, monthly);
    const answer = await answerChartQuery({ id: "slt1.total.net.japan", to: "2025-11" }, reader);
    expect(answer).toMatchObject({ ok: true, content: { plotted: { positions: ["2025-11"] } } });
    const file = await chartFile("slt1.total.net.japan.csv", new URLSearchParams(), reader);
    if (!file.ok) throw new Error(file.message);
    expect((await file.make()).toString()).toContain("2025-12,");
    expect(await chartFile("slt1.total.net.jpan.csv", new URLSearchParams(), reader)).toMatchObject(
      {
        ok: false,
        status: 404,
      },
    );
  });

  test("of a series without a single figure says so instead of drawing", async () => {
    const reader = readerOf("slt1.total.net.japan", {}, { "2025-12": "n.a." });
    const chart = await seriesChart("slt1.total.net.japan", reader);
    if (chart === null) throw new Error("no chart");
    expect(await viewDefinition(chart.definition, reader, day("2026-06-18"))).toMatchObject({
      ok: false,
      problems: [{ kind: "no-figures" }],
    });
  });
});

function readerOf(
  key: string,
  details: Partial<Series>,
  figures: Readonly<Record<string, string>>,
): SeriesReader {
  const series = exampleSeries(key, details);
  return createMemoryReader({
    series: [series],
    vintages: [{ release: series.release, date: day("2026-06-18"), figures: { [key]: figures } }],
  });
}

async function formOf(
  key: string,
  details: Partial<Series>,
  figures: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  return (await seriesChart(key, readerOf(key, details, figures)))?.definition.form;
}

async function unitOf(
  details: Partial<Series>,
  figures: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const key = "slt1.total.net.japan";
  return (await seriesChart(key, readerOf(key, details, figures)))?.definition.unit;
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function period(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}
