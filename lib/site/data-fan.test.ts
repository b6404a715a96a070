import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import { isPeriod, periodsBetween, type Period } from "#lib/series/period";
import { drawRevisionFan } from "./data-fan.ts";
import { neverViolated, violatedIn, type IsViolated } from "./data-violated.ts";

const series = exampleSeries("press.line-3", { kind: "flow" });
const first = day("2024-02-15");
const second = day("2024-03-15");
const third = day("2024-04-15");
const months = periodsBetween(month("2015-01"), month("2024-01"));

describe("the fan of a series", () => {
  test("is not drawn where nothing was revised", () => {
    expect(fanOf(months.map((period) => cell(period, first, "1")))).toBeNull();
    expect(fanOf([])).toBeNull();
  });

  test("draws each earlier vintage where it differs, and the newest whole", () => {
    const fan = fanOf([
      ...months.slice(0, -2).map((period) => cell(period, first, "1")),
      cell(month("2023-12"), first, "5"),
      cell(month("2023-12"), second, "7"),
      cell(month("2023-12"), third, "9"),
      cell(month("2024-01"), second, "2"),
      cell(month("2024-01"), third, "3"),
    ]);
    expect(paths(fan?.svg.wide, "vintage")).toHaveLength(2);
    expect(paths(fan?.svg.wide, "line")).toHaveLength(1);
    // The first vintage ends with December: one step to it from November, and no further.
    expect(paths(fan?.svg.wide, "vintage")[0]?.match(/[ML]/g)).toEqual(["M", "L"]);
    expect(paths(fan?.svg.wide, "vintage")[1]?.match(/[ML]/g)).toEqual(["M", "L", "L"]);
    expect(fan).toMatchObject({
      shortened: false,
      measure: "Billion U.S. dollars, June 2023 to January 2024",
    });
    expect(fan?.caption).toContain("one of the 2 earlier vintages");
  });

  test("shows five years of a long record of revisions, and all when asked", () => {
    const cells = months.flatMap((period) => [cell(period, first, "1"), cell(period, third, "2")]);
    expect(fanOf(cells)?.shortened).toBe(true);
    expect(fanOf(cells)?.measure).toContain("February 2019");
    expect(fanOf(cells, true)?.shortened).toBe(false);
    expect(fanOf(cells, true)?.measure).toContain("January 2015");
  });

  test("lays revisions under the strong line, and a cross on a figure that does not add up", () => {
    const cells = [
      cell(month("2023-11"), first, "1"),
      cell(month("2023-12"), first, "5"),
      cell(month("2023-12"), second, "7"),
      cell(month("2024-01"), second, "2"),
    ];
    const fan = fanOf(
      cells,
      false,
      violatedIn(series, [{ date: first, period: month("2023-12") }]),
    );
    const svg = fan?.svg.wide ?? "";
    expect(svg.lastIndexOf("chart-vintage")).toBeLessThan(svg.indexOf("chart-line"));
    expect(paths(svg, "note-line")).toHaveLength(1);
    expect(fan?.caption).toContain("The cross marks a figure that did not add up");
    expect(fanOf(cells)?.caption).not.toContain("cross");
  });

  test("does not know what later vintages say", () => {
    const cells = [cell(month("2024-01"), first, "1"), cell(month("2024-01"), third, "2")];
    expect(
      drawRevisionFan(series, cells, {
        asOf: second,
        unit: "billion",
        whole: false,
        isViolated: neverViolated,
      }),
    ).toBeNull();
  });
});

function fanOf(cells: readonly Cell[], whole = false, isViolated: IsViolated = neverViolated) {
  return drawRevisionFan(series, cells, { asOf: third, unit: "billion", whole, isViolated });
}

function paths(svg: string | undefined, role: string): string[] {
  const found = (svg ?? "").matchAll(
    new RegExp(`<path class="chart-${role}[^"]*" d="([^"]*)"`, "g"),
  );
  return [...found].map(([, d = ""]) => d);
}

function cell(period: Period, knownFrom: VintageDate, value: string): Cell {
  return { key: series.key, period, knownFrom, value, status: "normal", line: 1, column: 1 };
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
