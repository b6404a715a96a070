import { expect, test } from "vitest";
import { Kept } from "./kept.ts";

test("so many are kept as were allowed, those used last", () => {
  const kept = new Kept<number>(2);
  kept.set("a", 1);
  kept.set("b", 2);
  kept.set("a", 3);
  kept.set("c", 4);
  expect(["a", "b", "c"].map((key) => kept.get(key))).toEqual([3, undefined, 4]);
});
