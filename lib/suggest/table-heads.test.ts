import { expect, test } from "vitest";
import { areHeads, columnsOf, joinHeads, type Head } from "./table-heads.ts";

const month = (of: number, year: number | null = null): Head => ({ month: of, year });
const year = (of: number): Head => ({ month: null, year: of });

test("years in a row are heads, and figures that look like years are not", () => {
  expect(areHeads([year(2023), year(2024), year(2025)])).toBe(true);
  expect(areHeads([year(1985), year(2024)])).toBe(false);
});

test("months over their years are heads together", () => {
  expect(joinHeads([month(12), month(11)], [year(2025), year(2025)])).toEqual([
    month(12, 2025),
    month(11, 2025),
  ]);
  expect(joinHeads([month(12)], [year(2025), year(2024)])).toBeNull();
});

test("months without a year run up to the last that has one", () => {
  expect(columnsOf([month(11), month(12), month(1, 2026)], false, null)).toEqual([
    { from: "2025-11", to: "2025-11" },
    { from: "2025-12", to: "2025-12" },
    { from: "2026-01", to: "2026-01" },
  ]);
});

test("months of which no year is known are no columns", () => {
  expect(columnsOf([month(11), month(12)], false, null)).toBeNull();
});

test("a month twice, a year apart, is of the twelve months through it", () => {
  expect(columnsOf([month(5, 2021), month(5, 2022)], true, null)).toEqual([
    { from: "2020-06", to: "2021-05" },
    { from: "2021-06", to: "2022-05" },
  ]);
});
