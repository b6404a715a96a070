import { expect, test, vi } from "vitest";
import { SharedWork } from "./shared-work.ts";

test("who asks for the same at once shares the work, and who comes later has it done anew", async () => {
  const shared = new SharedWork<number>();
  const work = vi.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockResolvedValueOnce(2);
  expect(await Promise.all([shared.once("a", work), shared.once("a", work)])).toEqual([1, 1]);
  expect(await shared.once("a", work)).toBe(2);
});

test("another name is other work", async () => {
  const shared = new SharedWork<number>();
  const both = [
    shared.once("a", () => Promise.resolve(1)),
    shared.once("b", () => Promise.resolve(2)),
  ];
  expect(await Promise.all(both)).toEqual([1, 2]);
});

test("a failure is for all who wait, and is not kept", async () => {
  const shared = new SharedWork<number>();
  const work = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("no"));
  const both = await Promise.allSettled([shared.once("a", work), shared.once("a", work)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await shared.once("a", () => Promise.resolve(3))).toBe(3);
});

test("when the one has gone for whom it was to be done, another that waits has it done", async () => {
  const shared = new SharedWork<number | "gone">();
  const first = shared.once("a", () => Promise.resolve("gone"));
  const others = [2, 3].map((value) => shared.once("a", () => Promise.resolve(value)));
  expect(await first).toBe("gone");
  expect(await Promise.all(others)).toEqual([2, 2]);
});
