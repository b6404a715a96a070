import { expect, test } from "vitest";
import { nextCorrectionIds, withIds } from "./correction-id.ts";

test("ids go on from the highest that was given, and none is given again", () => {
  expect(nextCorrectionIds([], 2)).toEqual(["c1", "c2"]);
  expect(nextCorrectionIds(["c3", "slip"], 2)).toEqual(["c4", "c5"]);
});

test("the id stands behind the date", () => {
  const one = { date: "2026-11-30", wrong: "a", right: "b", why: "c" };
  expect(withIds(["c1"], [one, one]).map((added) => Object.entries(added).slice(0, 2))).toEqual([
    [
      ["date", "2026-11-30"],
      ["id", "c2"],
    ],
    [
      ["date", "2026-11-30"],
      ["id", "c3"],
    ],
  ]);
});
