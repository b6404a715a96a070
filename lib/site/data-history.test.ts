import { describe, expect, test } from "vitest";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { cellsAsOf, countRevisions, historiesAsOf, revisionSteps } from "./data-history.ts";

const february = day("2026-02-18");
const april = day("2026-04-15");
const june = day("2026-06-18");

/** By period, then by vintage, as the store gives them. */
const history = [
  cell("2025-10", february, "10.0"),
  cell("2025-11", february, "79.8"),
  cell("2025-11", april, "20"),
  cell("2025-11", june, "-38.8"),
  cell("2025-12", february, "n.a."),
  cell("2025-12", april, "5"),
  cell("2026-01", april, "7.5"),
  cell("2026-01", june, "withdrawn"),
  cell("2026-02", june, "9.25"),
];

describe("a series as of a day", () => {
  test("is the last word of the vintages up to it, without what was withdrawn", () => {
    expect(valuesOn(february)).toEqual({ "2025-10": "10.0", "2025-11": "79.8", "2025-12": null });
    expect(valuesOn(april)).toMatchObject({ "2025-11": "20", "2026-01": "7.5" });
    expect(valuesOn(june)).toEqual({
      "2025-10": "10.0",
      "2025-11": "-38.8",
      "2025-12": "5",
      "2026-02": "9.25",
    });
  });

  test("before the first vintage is empty", () => {
    expect(cellsAsOf(history, day("2026-01-01"))).toEqual([]);
  });
});

describe("the vintages of an observation", () => {
  test("are listed oldest first, up to the day read", () => {
    const [, november] = historiesAsOf(history, april);
    expect(november?.prints.map(({ value }) => value)).toEqual(["79.8", "20"]);
    expect(november?.revision).toBe("-59.8");
  });

  test("leave out one that says the same again, were it with another zero", () => {
    const again = [cell("2025-10", february, "10.0"), cell("2025-10", june, "10")];
    expect(historiesAsOf(again, june)[0]?.prints).toHaveLength(1);
  });

  test("have no revision in all where a value came or went", () => {
    const [, , december, january] = historiesAsOf(history, june);
    expect(december).toMatchObject({ period: "2025-12", revision: null });
    expect(january).toMatchObject({ period: "2026-01", revision: null });
  });
});

describe("revisions", () => {
  test("are steps from one vintage to the next, the largest first, and those without a difference last", () => {
    const steps = revisionSteps(historiesAsOf(history, june));
    expect(steps.map(({ period, difference }) => [period, difference])).toEqual([
      ["2025-11", "-59.8"],
      ["2025-11", "-58.8"],
      ["2026-01", null],
      ["2025-12", null],
    ]);
  });

  test("are counted from first to last value, with those that changed their sign", () => {
    expect(countRevisions(historiesAsOf(history, june))).toEqual({
      observations: 5,
      revised: 1,
      meanAbsolute: "118.6",
      signChanged: 1,
    });
    expect(countRevisions(historiesAsOf(history, february))).toMatchObject({
      revised: 0,
      meanAbsolute: null,
    });
  });
});

function valuesOn(date: VintageDate): Record<string, string | null> {
  return Object.fromEntries(cellsAsOf(history, date).map(({ period, value }) => [period, value]));
}

function cell(period: string, knownFrom: VintageDate, text: string): Cell {
  if (!isPeriod(period)) throw new TypeError(period);
  const status = text === "n.a." ? "missing" : text === "withdrawn" ? "withdrawn" : "normal";
  const value = status === "normal" ? text : null;
  return { key: "press.line-3", period, knownFrom, value, status, line: 1, column: 1 };
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
