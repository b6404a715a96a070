import { expect, test, vi } from "vitest";

const storeHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
vi.mock("server-only", () => ({}));
vi.mock("#lib/site/holds", () => ({ storeHolds }));
vi.mock("./read-again.ts", () => ({ readAgain: <T>(read: () => Promise<T>) => read() }));
vi.mock("./store.ts", () => ({ store: () => ({}) }));

const { steady } = await import("./steady.ts");

function holding(...held: readonly string[]): void {
  storeHolds.mockReset().mockResolvedValue(held.at(-1) ?? "");
  for (const one of held) storeHolds.mockResolvedValueOnce(one);
}

function reading() {
  let times = 0;
  return vi.fn(() => Promise.resolve((times += 1)));
}

test("what is read while the store stays the same is read once", async () => {
  holding("a", "a");
  expect(await steady(reading())).toBe(1);
});

test("what is read while a vintage comes is read again", async () => {
  holding("a", "b", "b");
  expect(await steady(reading())).toBe(2);
});

test("where there is no end of vintages it is read some times, and no more", async () => {
  holding("a", "b", "c", "d", "e", "f");
  const read = reading();
  expect(await steady(read)).toBe(4);
  expect(read).toHaveBeenCalledTimes(4);
});
