import { describe, expect, test } from "vitest";
import {
  exampleChart,
  exampleReader,
  firstVintage,
  month,
  secondVintage,
} from "./example-charts.ts";
import type { ExampleId } from "./example-charts.ts";
import { plotChart } from "./plot.ts";
import type { PlottedChart } from "./plotted.ts";
import type { Selection } from "./selection.ts";

describe("plotting over time", () => {
  test("a missing observation stays a gap, and is null in every series of texts", async () => {
    const chart = await plotted("example-line");
    const at = chart.positions.indexOf("2023-03");
    expect(chart.series.map(({ values }) => values[at])).toEqual(["670.5", null]);
    expect(chart.series[1]?.texts[at]).toBeNull();
    expect(chart.positions).toHaveLength(48);
  });

  test("millions become billions without losing a digit", async () => {
    const chart = await plotted("example-bar");
    expect(chart.series[0]?.values[0]).toBe("-60.5");
    expect(chart.series[0]?.texts[0]).toBe("−60.5");
    expect(chart.unit).toBe("billion U.S. dollars");
  });

  test("a change reaches back before the range, and is null after a gap", async () => {
    const chart = await plotted("example-line", {
      transformation: "change",
      from: month("2023-02"),
      to: month("2023-05"),
    });
    expect(chart.positions).toEqual(["2023-02", "2023-03", "2023-04", "2023-05"]);
    expect(chart.series[0]?.values).toEqual(["5", "5", "5", "5"]);
    expect(chart.series[1]?.values).toEqual(["-10", null, null, "-10"]);
  });

  test("a change at the start of the series has nothing before it, and the chart begins one month later", async () => {
    const chart = await plotted("example-line", { transformation: "change" });
    expect(chart.positions[0]).toBe("2022-02");
  });

  test("a 12-month sum needs all twelve months", async () => {
    const chart = await plotted("example-bar", { transformation: "sum-12" });
    expect(chart.positions[0]).toBe("2022-12");
    // 37 i mod 11 runs through 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 0: twelve months of them are 55 times 20 - 12 times 60.5.
    expect(chart.series[0]?.values[0]).toBe("374");
  });

  test("no change is computed across a break: it would compare two ways of measuring", async () => {
    for (const transformation of ["change", "pct-change"] as const) {
      const chart = await plotted("example-line", {
        transformation,
        from: month("2023-12"),
        to: month("2024-02"),
      });
      const [alpha] = chart.series;
      expect(alpha?.values.map((value) => value === null)).toEqual([false, true, false]);
      expect(chart.breaks.map(({ position }) => position)).toEqual(["2024-01"]);
    }
  });

  test("a percent change is cut to six decimals and has no dollars", async () => {
    const chart = await plotted("example-line", {
      transformation: "pct-change",
      to: month("2022-02"),
    });
    expect(chart.series[0]?.values).toEqual(["0.832639"]);
    expect(chart.unit).toBe("percent");
  });

  test("figures are as known on the vintage asked for", async () => {
    const first = await plotted("example-line", { asOf: firstVintage });
    const second = await plotted("example-line");
    expect(first.series[0]?.values.at(-1)).toBe("835.5");
    expect(second.series[0]?.values.at(-1)).toBe("840.7");
  });

  test("breaks and notes outside the range are left out, and notes stand on levels only", async () => {
    const all = await plotted("example-line");
    expect(all.breaks.map(({ position }) => position)).toEqual(["2022-06", "2024-01"]);
    expect(all.notes).toHaveLength(1);
    const late = await plotted("example-line", { from: month("2023-01") });
    expect(late.breaks.map(({ position }) => position)).toEqual(["2024-01"]);
    expect((await plotted("example-line", { transformation: "change" })).notes).toEqual([]);
  });
});

describe("what is refused", () => {
  test("a stock is not added up over twelve months", async () => {
    expect(await kinds("example-line", { transformation: "sum-12" })).toEqual([
      "transformation-refused",
    ]);
  });

  test("a flow has no percent change", async () => {
    expect(await kinds("example-bar", { transformation: "pct-change" })).toEqual([
      "transformation-refused",
    ]);
  });

  test("a ranking is shown as published only", async () => {
    expect(await kinds("example-ranking", { transformation: "change" })).toEqual([
      "transformation-refused",
    ]);
  });

  test("a range without figures", async () => {
    expect(await kinds("example-line", { from: month("2030-01") })).toEqual(["no-figures"]);
    expect(await kinds("example-ranking", { to: month("1999-12") })).toEqual(["no-figures"]);
  });

  test("every unknown key is named, with the nearest", async () => {
    const definition = exampleChart("example-line", (text) =>
      text.replaceAll("mfh.holdings.", "mfh.holding."),
    );
    const outcome = await plotChart(definition, exampleReader(), { asOf: secondVintage });
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ kind }) => kind)).toEqual(["unknown-key", "unknown-key"]);
    expect(problems[0]?.fix).toContain("mfh.holdings.alpha");
  });

  test("a stock and a flow do not share an axis", async () => {
    const definition = exampleChart("example-line", (text) =>
      text.replace("mfh.holdings.alpha", "slt1.total.net.all"),
    );
    const outcome = await plotChart(definition, exampleReader(), { asOf: secondVintage });
    expect(outcome.ok ? [] : outcome.problems.map(({ kind }) => kind)).toEqual(["mixed-kinds"]);
  });

  test("what was bought in a month and what prices did in it share an axis", async () => {
    const definition = exampleChart("example-stacked-bar", (text) =>
      text.replace("slt1.shares.net.all", "slt1.total.valuation.all"),
    );
    const outcome = await plotChart(definition, exampleReader(), { asOf: secondVintage });
    expect(outcome.ok ? outcome.chart.series.map(({ keys }) => keys) : outcome.problems).toEqual([
      ["slt1.bonds.net.all"],
      ["slt1.total.valuation.all"],
    ]);
  });

  test("part of a year is never shown as a year", async () => {
    const definition = exampleChart("example-groups", (text) =>
      text.replace("[2024, 2025]", "[2025, 2026]"),
    );
    const outcome = await plotChart(definition, exampleReader(), { asOf: secondVintage });
    expect(outcome.ok ? [] : outcome.problems.map(({ kind }) => kind)).toEqual(["incomplete-year"]);
  });
});

describe("years side by side", () => {
  test("each year is the sum of its twelve months", async () => {
    const chart = await plotted("example-groups");
    expect(chart.positions).toEqual(["Corporate bonds", "Shares"]);
    expect(chart.series.map(({ label, values }) => [label, ...values])).toEqual([
      ["2024", "360", "354"],
      ["2025", "-148.14", "498"],
    ]);
    expect(chart.series.map(({ emphasis }) => emphasis)).toEqual([false, true]);
  });

  test("a range keeps the years that lie in it", async () => {
    const chart = await plotted("example-groups", { from: month("2025"), to: month("2025") });
    expect(chart.series.map(({ label }) => label)).toEqual(["2025"]);
  });
});

describe("a ranking", () => {
  test("compares countries only, the largest first, and keeps the top", async () => {
    const chart = await plotted("example-ranking");
    expect(chart.positions).toEqual(["alpha", "beta", "gamma"]);
    expect(chart.series[0]?.values).toEqual(["840.7", "430.1", "147"]);
    expect(chart.highlighted).toEqual(["beta"]);
  });

  test("may be asked for another period", async () => {
    const chart = await plotted("example-ranking", { to: month("2022-01") });
    expect(chart.positions).toEqual(["beta", "alpha", "delta"]);
    expect(chart.series[0]?.period).toBe("2022-01");
  });
});

async function plotted(id: ExampleId, selection: Partial<Selection> = {}): Promise<PlottedChart> {
  const outcome = await plotChart(exampleChart(id), exampleReader(), {
    asOf: secondVintage,
    ...selection,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.chart;
}

async function kinds(id: ExampleId, selection: Partial<Selection>): Promise<string[]> {
  const outcome = await plotChart(exampleChart(id), exampleReader(), {
    asOf: secondVintage,
    ...selection,
  });
  return outcome.ok ? [] : outcome.problems.map(({ kind }) => kind);
}
