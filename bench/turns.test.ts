import { expect, test } from "vitest";
import { inTurns } from "./turns.ts";

test("works are done in turns, and what came of the first round is not counted", async () => {
  const order: string[] = [];
  const work = (name: string) => (round: number) => {
    order.push(`${name}${round}`);
    return Promise.resolve(`${name}${round}`);
  };
  const came = await inTurns(2, [work("a"), work("b")]);
  expect(order).toEqual(["a0", "b0", "a1", "b1", "a2", "b2"]);
  expect(came).toEqual([
    ["a1", "a2"],
    ["b1", "b2"],
  ]);
});

test("what cannot be done once is not measured", async () => {
  const failing = (round: number) =>
    round === 1 ? Promise.reject(new Error("gone")) : Promise.resolve(round);
  await expect(inTurns(3, [failing])).rejects.toThrow("gone");
});
