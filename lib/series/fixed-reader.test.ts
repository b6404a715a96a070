import { expect, test } from "vitest";
import { fixedReader, rememberOver } from "./fixed-reader.ts";
import { createMemoryReader } from "./memory-reader.ts";

const open = () => createMemoryReader({ vintages: [], series: [] });

test("what was asked over a reader that does not change is worked out once, and apart for each reader", async () => {
  const remember = rememberOver<{ readonly count: number }>();
  let count = 0;
  const work = () => ({ count: (count += 1) });
  const [one, other] = [fixedReader(open()), fixedReader(open())];
  expect(await remember(one, "a", work)).toEqual({ count: 1 });
  expect(await remember(one, "a", work)).toEqual({ count: 1 });
  expect(await remember(one, "b", work)).toEqual({ count: 2 });
  expect(await remember(other, "a", work)).toEqual({ count: 3 });
});

test("over a reader that may change, and after a failure, it is worked out again", async () => {
  const remember = rememberOver<{ readonly count: number }>();
  let count = 0;
  const work = () => ({ count: (count += 1) });
  const reader = open();
  await remember(reader, "a", work);
  expect(await remember(reader, "a", work)).toEqual({ count: 2 });
  const fixed = fixedReader(open());
  await expect(remember(fixed, "a", () => Promise.reject(new Error("gone")))).rejects.toThrow();
  expect(await remember(fixed, "a", work)).toEqual({ count: 3 });
});
