import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { findAgain } from "./findings.ts";

test("while many articles are looked at others have their turn", async () => {
  const looked: string[] = [];
  const looking = findAgain("content", ["one", "two", "three"], null, (slug) => {
    looked.push(slug);
    return Promise.resolve(slug);
  });
  while (looked.length === 0) await nextTurn();
  expect(looked).not.toContain("three");
  expect(await looking).toEqual({ found: ["one", "two", "three"], unchanged: 0 });
});
