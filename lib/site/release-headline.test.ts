import { expect, test } from "vitest";
import { isVintageDate, type Cell } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { meanRevisions } from "./release-headline.ts";

function cell(period: string, knownFrom: string, value: string | null): Cell {
  if (!isPeriod(period) || !isVintageDate(knownFrom)) throw new TypeError(`${period} ${knownFrom}`);
  const status = value === null ? ("withdrawn" as const) : ("normal" as const);
  return { key: "press.line-3", period, knownFrom, value, status, line: 1, column: 1 };
}

test("a mean revision is over the values that a vintage changed, whatever their sign", () => {
  const means = meanRevisions([
    cell("2024-01", "2024-03-19", "79.8"),
    cell("2024-01", "2024-04-17", "-38.8"),
    cell("2024-02", "2024-04-17", "51.6"),
    cell("2024-02", "2024-05-15", "71.5"),
    cell("2024-03", "2024-05-15", "100.5"),
  ]);
  expect([...means]).toEqual([
    ["2024-04-17", { revised: 1, mean: "118.6" }],
    ["2024-05-15", { revised: 1, mean: "19.9" }],
  ]);
});

test("what is new, said again or withdrawn is no revision", () => {
  const means = meanRevisions([
    cell("2024-01", "2024-03-19", "79.8"),
    cell("2024-01", "2024-04-17", "79.80"),
    cell("2024-02", "2024-04-17", "5.0"),
    cell("2024-02", "2024-05-15", null),
    cell("2024-02", "2024-06-18", "6.0"),
  ]);
  expect(means.size).toBe(0);
});
