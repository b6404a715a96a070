import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { Decimal } from "#lib/series/decimal";
import { findRunTrouble, findTimeTrouble } from "./claim-times.ts";

function kindOf(...expressions: string[]): string | null {
  const trees = expressions.flatMap((text) => {
    const parsed = parseExpression(text);
    return parsed.ok ? [parsed.tree] : [];
  });
  expect(trees).toHaveLength(expressions.length);
  return findTimeTrouble(trees)?.kind ?? null;
}

const japan = "mfh.holdings.japan";
const china = "mfh.holdings.china-mainland";

test.each([
  [[`at(${japan}, 2025-12)`]],
  [[`at(${japan}, 2025-12) - at(${china}, 2025-12)`]],
  [[`at(${japan}, 2025-12) - at(${japan}, 2024-12)`]],
  [[`-at(${japan}, 2025-12) / at(${japan}, 2024-12)`]],
  [[`at(${japan}, 2024-12)`, `at(${japan}, 2025-12)`]],
  [[`at(${japan}, 2025-12)`, `change(${japan}, 2025-12, 2024-12)`]],
  [[`sum(slt1.total.net.japan, 2025)`, `change(${japan}, 2025-12, 2024-12)`]],
  [[`sum(slt1.total.net.japan, 2025-02..2025-04) / change(${japan}, 2025-04, 2025-01)`]],
  [
    [
      `at(slt1.total.net.japan, 2025-01) + at(slt1.total.net.japan, 2025-02) - sum(slt1.total.net.china-mainland, 2025-01..2025-02)`,
    ],
  ],
  [[`at(${japan}, 2025-04) / mean(slt1.total.net.japan, 2025-02..2025-04)`]],
  [[`change(${japan}, 2025-12, 2021-12)`, `count(falling, yearly(${japan}), 2022..2025)`]],
  [[`change(${japan}, 2025-12, 2024-12)`, `at(${japan}, 2024-12)`]],
  [
    [
      `sum(slt1.total.net.japan, 2025) - sum(slt1.total.net.japan, 2024)`,
      `sum(slt1.total.net.japan, 2024)`,
    ],
  ],
  [[`at(${japan}, latest(${japan}))`, `at(${china}, 2025-12)`]],
])("%s is of one time, or one question of two", (expressions) => {
  expect(kindOf(...expressions)).toBeNull();
});

test.each([
  [[`at(${japan}, 2025-12) - at(${china}, 2025-11)`]],
  [[`at(${japan}, 2025-12) / at(${china}, 2024-12)`]],
  [[`change(${japan}, 2025-12, 2024-12)`, `at(${china}, 2024-12)`]],
  [[`change(${japan}, 2025-12, 2024-12)`, `at(${japan}, 2024-11)`]],
  [[`change(${japan}, 2025-12, 2021-12)`, `count(falling, yearly(${china}), 2021..2024)`]],
  [[`rank(${japan}, 2025-12)`, `rank(${china}, 2025-11)`]],
  [[`sum(slt1.total.net.japan, 2025-02..2025-04) / change(${japan}, 2025-04, 2025-02)`]],
  [[`at(${japan}, 2025-02) / mean(slt1.total.net.japan, 2025-02..2025-04)`]],
  [[`change(${japan}, 2025-12, 2024-12)`, `change(${china}, 2025-12, 2024-11)`]],
  [[`change(${japan}, 2025-12, 2024-11) / change(${china}, 2025-12, 2024-12)`]],
  [[`at(${japan}, 2025-12) > 0 and at(${japan}, 2025-12) - at(${china}, 2025-11) > 0`]],
])("%s is of two times", (expressions) => {
  expect(kindOf(...expressions)).toBe("two-times");
});

function runKind(change: string, length: number): string | null {
  const run = `run(falling, ${japan}, 2025-12)`;
  const parts = [change, run].flatMap((text) => {
    const parsed = parseExpression(text);
    const value = { type: "quantity", amount: new Decimal(length), dimension: "number" } as const;
    return parsed.ok ? [{ tree: parsed.tree, value }] : [];
  });
  return findRunTrouble(parts)?.kind ?? null;
}

test.each([
  [`change(${japan}, 2025-12, 2025-05)`, 7, null],
  [`change(${japan}, 2025-12, 2025-04)`, 7, "two-times"],
  [`change(${japan}, 2025-12, 2025-06)`, 7, "two-times"],
  [`change(${japan}, 2025-12)`, 7, null],
  [`change(${china}, 2025-12, 2025-04)`, 7, null],
])("%s beside a run of %i: %s", (change, length, expected) => {
  expect(runKind(change, length)).toBe(expected);
});
