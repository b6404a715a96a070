import { expect, test } from "vitest";
import { Allowance, unnamed } from "./allowance.ts";

const limit = { most: 3, every: 1000 };

test("an asker may ask several times at once, and then has to wait until one has come back", () => {
  const allowance = new Allowance(limit);
  const waits = [0, 0, 0, 0, 400, 1000].map((now) => allowance.take("a", now).wait);
  expect(waits).toEqual([0, 0, 0, 1000, 600, 0]);
});

test("who is refused loses nothing by asking again", () => {
  const allowance = new Allowance(limit);
  for (let count = 0; count < 3; count++) allowance.take("a", 0);
  for (let count = 0; count < 50; count++) expect(allowance.take("a", 10).wait).toBe(990);
  expect(allowance.take("a", 1000).wait).toBe(0);
});

test("askers do not wait for one another", () => {
  const allowance = new Allowance(limit);
  for (let count = 0; count < 4; count++) allowance.take("a", 0);
  expect(allowance.take("a", 0).wait).toBeGreaterThan(0);
  expect(allowance.take("b", 0).wait).toBe(0);
});

test("of whom nothing is known is not made to wait for others, unless all of them are counted as one", () => {
  const [free, counted] = [new Allowance(limit), new Allowance({ ...limit, countsUnnamed: true })];
  const waits = [free, counted].map((one) => [0, 0, 0, 0].map(() => one.take(unnamed, 0).wait));
  expect(waits).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 1000],
  ]);
  free.charge(unnamed, 0, 100);
  expect(free.drain().size).toBe(0);
});

test("of a crowd the first are forgotten, and whoever asks is heard", () => {
  const allowance = new Allowance(limit);
  for (let asker = 0; asker < 25_000; asker++) {
    expect(allowance.take(String(asker), 0).wait).toBe(0);
  }
});

test("what a question cost is taken when it is known, and waited for even when it is more than there was", () => {
  const allowance = new Allowance({ most: 1000, every: 4 });
  expect(allowance.take("a", 0, 100).wait).toBe(0);
  allowance.charge("a", 0, 1900);
  expect(allowance.take("a", 0, 100).wait).toBe(4400);
  expect(allowance.take("b", 0, 100).wait).toBe(0);
  expect(allowance.take("a", 4400, 100).wait).toBe(0);
});
