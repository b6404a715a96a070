import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { keptRuns, worseThan, type BenchRun } from "./compare.ts";
import { isBroken, type Line } from "./line.ts";

const machine = { cores: 2, processor: "One", node: "v20" };
const line = (value: number, others: Partial<Line> = {}): Line => ({
  ...{ name: "poll", value, unit: "ratio", bound: null, detail: "" },
  ...others,
});

function runOf(day: number, lines: readonly Line[], others: Partial<BenchRun> = {}): BenchRun {
  return { began: `2026-11-0${day}T00:00:00.000Z`, commit: `c${day}`, machine, lines, ...others };
}

test("a ratio that grew by more than a fifth is named, with the run it is compared with", () => {
  const before = [runOf(2, [line(1)]), runOf(1, [line(9)])];
  expect(worseThan(runOf(3, [line(1.21)]), before)).toEqual([
    {
      name: "poll",
      unit: "ratio",
      value: 1.21,
      last: { value: 1, began: "2026-11-02T00:00:00.000Z", commit: "c2" },
    },
  ]);
  expect(worseThan(runOf(3, [line(1.19)]), before)).toEqual([]);
});

test("where more is better, less is worse", () => {
  const before = [runOf(1, [line(1, { least: 0.7 })])];
  expect(worseThan(runOf(2, [line(0.82, { least: 0.7 })]), before)).toHaveLength(1);
  expect(worseThan(runOf(2, [line(2, { least: 0.7 })]), before)).toEqual([]);
});

test("it is compared with the last run that measured it, and only with one of the same machine", () => {
  const other = runOf(2, [line(1)], { machine: { ...machine, cores: 8 } });
  const without = runOf(2, [line(1, { name: "page" })]);
  expect(worseThan(runOf(3, [line(2)]), [other, without])).toEqual([]);
  expect(worseThan(runOf(3, [line(2)]), [other, without, runOf(1, [line(1)])])).toHaveLength(1);
});

test("seconds depend on what else a machine does, and are not compared", () => {
  expect(
    worseThan(runOf(2, [line(9, { unit: "s" })]), [runOf(1, [line(1, { unit: "s" })])]),
  ).toEqual([]);
});

test("kept runs are read from folders, and what is no run is passed over", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "tickmark-runs-"));
  try {
    writeFileSync(path.join(folder, "a.json"), JSON.stringify(runOf(1, [line(1)])));
    writeFileSync(path.join(folder, "b.json"), "{}");
    writeFileSync(path.join(folder, "c.txt"), "no JSON");
    writeFileSync(path.join(folder, "d.json"), '{"began": "2026-11-0');
    const found = keptRuns([folder, path.join(folder, "missing")]);
    expect(found.map(({ commit }) => commit)).toEqual(["c1"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each<[Partial<Line>, boolean]>([
  [{ value: 2, bound: 2 }, false],
  [{ value: 2.1, bound: 2 }, true],
  [{ value: 0.7, least: 0.7 }, false],
  [{ value: 0.6, least: 0.7 }, true],
  [{ value: Number.NaN, bound: 2 }, true],
  [{ value: Number.NaN, least: 2 }, true],
  [{ value: 99 }, false],
])("%o breaks its bound: %s", (others, expected) => {
  expect(isBroken(line(1, others))).toBe(expected);
});
