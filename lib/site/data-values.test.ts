import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import { headlineOf, valuesOf } from "./data-values.ts";
import { neverViolated, violatedIn } from "./data-violated.ts";

const newest = day("2026-01-15");

describe("a change", () => {
  const yearly = exampleSeries("press.12m.line-3", { window: 12, section: "12m" });
  const sums = [
    cell("2024-10", "1200.0"),
    cell("2024-11", "1238.2"),
    cell("2025-10", "1425.2"),
    cell("2025-11", "1569.2"),
  ];

  test("of twelve months is on those a year before, never on a month beside it from another release", () => {
    const values = valuesOf(yearly, sums, neverViolated);
    expect(values.map(({ period, change }) => [period, change])).toEqual([
      ["2025-11", "331.0"],
      ["2025-10", "225.2"],
      ["2024-11", null],
      ["2024-10", null],
    ]);
    expect(headlineOf(yearly, values)?.change).toBe(
      "up $331.0 billion on the twelve months a year before, in the same release",
    );
  });

  test("of twelve months is none where they or those a year before reach over a break", () => {
    const broken = { ...yearly, breaks: [{ period: month("2024-02"), text: "Another form." }] };
    expect(valuesOf(broken, sums, neverViolated).map(({ change }) => change)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("is none of a figure that does not add up, nor against it, and the headline says so", () => {
    const years = exampleSeries("press.year.line-3", { frequency: "annual", section: "year" });
    const cells = [cell("2020", "142.3"), cell("2021", "994.7"), cell("2022", "994.7")];
    const wrong = violatedIn(years, [{ date: newest, period: month("2022") }]);
    const last = cells.slice(0, 2);
    expect(valuesOf(years, cells, neverViolated)[0]).toMatchObject({ change: "0.0" });
    expect(valuesOf(years, cells, wrong)[0]).toMatchObject({ change: null, violated: true });
    expect(headlineOf(years, valuesOf(years, last, wrong))).toMatchObject({
      change: null,
      violated: true,
    });
  });
});

function cell(text: string, value: string): Cell {
  const period = month(text);
  return {
    key: "press",
    period,
    knownFrom: newest,
    value,
    status: "normal",
    line: 1,
    column: 1,
  };
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
