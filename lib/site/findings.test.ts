import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { findAgain } from "./findings.ts";

test("while many articles are looked at others have their turn", async () => {
  const looked: string[] = [];
  const subjects = ["one", "two", "three"].map((of) => ({
    of,
    mark: () => "m",
    look: () => {
      looked.push(of);
      return Promise.resolve(`${of} found`);
    },
  }));
  const looking = findAgain("content", subjects, null);
  while (looked.length === 0) await nextTurn();
  expect(looked).not.toContain("three");
  const { found, unchanged } = await looking;
  expect(found.map((one) => one.found)).toEqual(["one found", "two found", "three found"]);
  expect([new Set(found.map(({ name }) => name)).size, unchanged]).toEqual([3, 0]);
});
