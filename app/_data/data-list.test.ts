import { beforeEach, expect, test, vi } from "vitest";
import { wholeIndex } from "#lib/site/data-query";

const listData = vi.hoisted(() => vi.fn<(store: unknown, query: unknown) => Promise<unknown>>());
const waitForHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
vi.mock("server-only", () => ({}));
vi.mock("#lib/site/data-list", () => ({ listData }));
vi.mock("./current-holds.ts", () => ({ waitForHolds }));
vi.mock("./store.ts", () => ({ store: () => ({}) }));

beforeEach(() => {
  vi.resetModules();
  vi.resetAllMocks();
  waitForHolds.mockResolvedValue("vintages-1");
  listData.mockImplementation((_, query) => Promise.resolve({ query }));
});

async function search(words: string) {
  const { getDataList } = await import("./data-list.ts");
  return getDataList({ ...wholeIndex, search: words });
}

test("the same search is made once for as long as the vintages are the same", async () => {
  const first = await search("japan");
  expect(await search("japan")).toBe(first);
  expect(listData).toHaveBeenCalledTimes(1);
  await search("china");
  expect(listData).toHaveBeenCalledTimes(2);
  waitForHolds.mockResolvedValue("vintages-2");
  await search("japan");
  expect(listData).toHaveBeenCalledTimes(3);
});

test("many who search for the same at once wait for one search", async () => {
  const lists = await Promise.all(Array.from({ length: 20 }, () => search("japan")));
  expect(new Set(lists).size).toBe(1);
  expect(listData).toHaveBeenCalledTimes(1);
});

test("searches are made one at a time, and when fifty wait the next is told to come back", async () => {
  let atWork = 0;
  listData.mockImplementation(async (_, query) => {
    expect(++atWork).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    atWork--;
    return { query };
  });
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  const lists = await Promise.all(words.map(search));
  expect(lists.filter((list) => list === null)).toHaveLength(10);
  expect(listData).toHaveBeenCalledTimes(50);
  expect(await search("later")).not.toBeNull();
});

test("a search that fails is not kept", async () => {
  listData.mockRejectedValueOnce(new Error("The store does not answer"));
  await expect(search("japan")).rejects.toThrow("does not answer");
  expect(await search("japan")).not.toBeNull();
});
