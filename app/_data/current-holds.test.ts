import { afterEach, beforeEach, expect, test, vi } from "vitest";

const siteHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
vi.mock("#lib/site/site", () => ({ siteHolds }));
vi.mock("./accepted-content.ts", () => ({ acceptedContent: () => Promise.resolve("content") }));
vi.mock("./store.ts", () => ({ store: () => ({}) }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  siteHolds.mockReset();
});
afterEach(() => vi.useRealTimers());

test("a burst asks the store once, and a second later it is asked again", async () => {
  siteHolds.mockResolvedValueOnce("a").mockResolvedValueOnce("b");
  const { currentHolds } = await import("./current-holds.ts");
  expect(await Promise.all([currentHolds(), currentHolds()])).toEqual(["a", "a"]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(await currentHolds()).toBe("b");
});

test("a store that does not answer is waited for once and not by everyone", async () => {
  siteHolds.mockReturnValue(new Promise(() => undefined));
  const { currentHolds } = await import("./current-holds.ts");
  const first = expect(currentHolds()).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(1_500);
  await first;
  const second = expect(currentHolds()).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(0);
  await second;
  expect(siteHolds).toHaveBeenCalledOnce();
});

test("a failure is remembered for a few seconds, then the store is asked again", async () => {
  siteHolds.mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce("a");
  const { currentHolds } = await import("./current-holds.ts");
  await expect(currentHolds()).rejects.toThrow("gone");
  await expect(currentHolds()).rejects.toThrow("gone");
  await vi.advanceTimersByTimeAsync(3_100);
  expect(await currentHolds()).toBe("a");
});
