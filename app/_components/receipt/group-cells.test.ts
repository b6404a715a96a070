import { expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { monthPeriod } from "#lib/series/period";
import type { ReceiptCell } from "#lib/site/receipt";
import { groupCells } from "./group-cells.ts";

function cell(key: string, sha256: string, month: number): ReceiptCell {
  const knownFrom = "2026-06-18";
  if (!isVintageDate(knownFrom)) throw new Error(knownFrom);
  const place = { file: "f.txt", line: month, column: 2, row: "r", field: "c" };
  const value = { title: key, value: "1", unit: "USD million" };
  return { key, sha256, knownFrom, period: monthPeriod(2025, month), ...place, ...value };
}

test("cells of one series share a ledger, in the order in which they were read", () => {
  const cells = [cell("a", "x", 2), cell("b", "x", 1), cell("a", "x", 1)];
  expect(groupCells(cells).map((group) => group.cells.map(({ period }) => period))).toEqual([
    ["2025-02", "2025-01"],
    ["2025-01"],
  ]);
});

test("a ledger of several files says so, for each row then names its own", () => {
  const groups = groupCells([cell("a", "x", 1), cell("b", "x", 1), cell("a", "y", 2)]);
  expect(groups.map(({ first, hasVintages }) => [first.key, hasVintages])).toEqual([
    ["a", true],
    ["b", false],
  ]);
});
