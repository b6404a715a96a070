import { beforeEach, expect, test, vi } from "vitest";

const currentHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
vi.mock("server-only", () => ({}));
vi.mock("./current-holds.ts", () => ({ currentHolds, lastHolds: () => "a" }));

const { findKept } = await import("./find-kept.ts");
const kept = new Map([["a picture", 1]]);

beforeEach(() => {
  currentHolds.mockReset().mockResolvedValue("a");
});

test("what is kept is found under what the store holds now", async () => {
  expect(await findKept("picture", kept)).toEqual({ key: "a picture", value: 1 });
  expect(await findKept("table", kept)).toEqual({ key: "a table", value: undefined });
  currentHolds.mockResolvedValue("b");
  expect(await findKept("picture", kept)).toEqual({ key: "b picture", value: undefined });
});

test("while the store is away what was kept last is given, and nothing can be made", async () => {
  currentHolds.mockRejectedValue(new Error("gone"));
  expect(await findKept("picture", kept)).toEqual({ key: "a picture", value: 1 });
  await expect(findKept("table", kept)).rejects.toThrow("gone");
});
