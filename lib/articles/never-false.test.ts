import { describe, expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { exampleSeries } from "#lib/series/example-series";
import { findNeverFalse } from "./never-false.ts";

const stock = "mfh.holdings.japan";
const flow = "slt1.total.net.japan";
const seriesOf = (key: string) => exampleSeries(key);

function findIn(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return findNeverFalse(parsed.tree, seriesOf);
}

describe("what no data could make false is vacuous", () => {
  test.each([
    `at(${stock}, 2025-12) > 0`,
    `at(${stock}, 2025-12) >= 0`,
    `0 < at(${stock}, 2025-12)`,
    `at(${stock}, 2025-12) != $0`,
    `at(${stock}, 2025-12) > -$5 billion`,
    `asOf(at(${stock}, 2025-12), 2026-02-18) > 0`,
    `min(${stock}, 2025-01..2025-12) > 0`,
    `at(${stock}, 2025-12) + at(mfh.holdings.china, 2025-12) > 0`,
    `at(${stock}, 2025-12) / at(mfh.holdings.china, 2025-12) > 0`,
    `share(${stock}, mfh.holdings.china, 2025-12) > 0`,
    `rank(${stock}, 2025-12) > 0`,
    `change(${stock}, 2025-12) > 0 and at(${stock}, 2025-12) > 0`,
  ])("%s", (text) => {
    expect(findIn(text)?.kind).toBe("vacuous");
    expect(findIn(text)?.message).toContain("is always true");
  });

  test.each([
    `at(${flow}, 2025-12) > 0`,
    `sum(${flow}, 2025) > 0`,
    `change(${stock}, 2025-12) > 0`,
    `at(${stock}, 2025-12) < 0`,
    `at(${stock}, 2025-12) = 0`,
    `at(${stock}, 2025-12) - at(mfh.holdings.china, 2025-12) > 0`,
    `at(${stock}, 2025-12) > at(mfh.holdings.china, 2025-12)`,
    `run(rising, ${stock}, 2025-12) > 0`,
    `abs(change(${stock}, 2025-12)) > 0`,
  ])("not so: %s", (text) => {
    expect(findIn(text)).toBeNull();
  });
});
