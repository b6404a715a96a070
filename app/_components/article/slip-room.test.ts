import { expect, test } from "vitest";
import { overlap } from "./slip-room.ts";

const slip = { left: 600, top: 100, right: 800, bottom: 180 };

test("a note level with a slip is in its way, from whichever side it reaches in", () => {
  expect(overlap(slip, { left: 600, top: 150, right: 872, bottom: 400 })).toBe(true);
  expect(overlap(slip, { left: 0, top: 120, right: 700, bottom: 140 })).toBe(true);
});

test("what stands in another column, further down or edge to edge is not in the way", () => {
  expect(overlap(slip, { left: 0, top: 100, right: 592, bottom: 180 })).toBe(false);
  expect(overlap(slip, { left: 600, top: 200, right: 872, bottom: 400 })).toBe(false);
  expect(overlap(slip, { left: 600, top: 180, right: 872, bottom: 400 })).toBe(false);
});
