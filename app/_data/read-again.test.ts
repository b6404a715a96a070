import { afterEach, beforeEach, expect, test, vi } from "vitest";

const { currentHolds, hasReplica, readPlace } = vi.hoisted(() => ({
  hasReplica: vi.fn<() => boolean>(),
  currentHolds: vi.fn<() => Promise<string>>(),
  readPlace: vi.fn<() => string>(),
}));
vi.mock("server-only", () => ({}));
vi.mock("./current-holds.ts", () => ({ currentHolds }));
vi.mock("./store.ts", () => ({ hasReplica, readPlace }));

const { readAgain } = await import("./read-again.ts");

beforeEach(() => {
  vi.useFakeTimers();
  hasReplica.mockReset().mockReturnValue(true);
  readPlace.mockReset().mockReturnValue("replica");
  currentHolds.mockReset().mockResolvedValue("a");
});
afterEach(() => {
  vi.useRealTimers();
});

/** From the next question on another place is read. */
function moveTo(place: string): void {
  currentHolds.mockImplementation(() => {
    readPlace.mockReturnValue(place);
    return Promise.resolve("a");
  });
}

test("what can be read is read once", async () => {
  const read = vi.fn(() => Promise.resolve(1));
  expect(await readAgain(read)).toBe(1);
  expect(read).toHaveBeenCalledOnce();
  expect(currentHolds).not.toHaveBeenCalled();
});

test("what fails where the replica has gone is read from the primary", async () => {
  moveTo("primary");
  const read = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("gone"));
  read.mockResolvedValueOnce(2);
  expect(await readAgain(read)).toBe(2);
});

test("what fails where the primary has gone is read from a replica that is back", async () => {
  readPlace.mockReturnValue("primary");
  moveTo("replica");
  const read = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("gone"));
  read.mockResolvedValueOnce(2);
  expect(await readAgain(read)).toBe(2);
});

test("what a silent replica does not answer is read from the primary", async () => {
  moveTo("primary");
  const read = vi.fn<() => Promise<number>>().mockReturnValueOnce(new Promise(() => undefined));
  read.mockResolvedValueOnce(2);
  const answer = readAgain(read);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await answer).toBe(2);
});

test("a replica that is there and slow is waited for", async () => {
  let finish: (value: number) => void = () => undefined;
  const read = vi.fn(() => new Promise<number>((resolve) => (finish = resolve)));
  const answer = readAgain(read);
  await vi.advanceTimersByTimeAsync(5_000);
  finish(1);
  expect(await answer).toBe(1);
  expect(read).toHaveBeenCalledOnce();
});

test("a mistake of ours is not made twice", async () => {
  const read = vi.fn(() => Promise.reject(new TypeError("a mistake")));
  await expect(readAgain(read)).rejects.toThrow("a mistake");
  expect(read).toHaveBeenCalledOnce();
  hasReplica.mockReturnValue(false);
  await expect(readAgain(read)).rejects.toThrow("a mistake");
  expect(read).toHaveBeenCalledTimes(2);
});
