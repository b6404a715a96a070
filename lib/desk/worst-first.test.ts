import { expect, test } from "vitest";
import { worstFirst } from "./worst-first.ts";

const none = { flips: 0, drifts: 0, closed: 0, unanswered: 0, rounds: 0, same: 0 };

test("one flip comes before many drifts, and what is merely the same keeps its place", () => {
  const articles = [
    { name: "same", counts: { ...none, same: 9 } },
    { name: "drifts", counts: { ...none, drifts: 8 } },
    { name: "rounds", counts: { ...none, rounds: 9 } },
    { name: "closed", counts: { ...none, closed: 9 } },
    { name: "flips", counts: { ...none, flips: 1 } },
  ];
  expect(articles.toSorted(worstFirst).map(({ name }) => name)).toEqual([
    "flips",
    "drifts",
    "closed",
    "same",
    "rounds",
  ]);
});
