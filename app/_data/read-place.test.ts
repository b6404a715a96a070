import { performance } from "node:perf_hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Holding } from "#lib/site/holds";
import { ReadPlace, type Place } from "./read-place.ts";

const ask = vi.fn<(place: Place) => Promise<Holding>>();
const moved = vi.fn<(to: Place, why: string) => void>();
let holds: Record<Place, Holding | Error>;
let place: ReadPlace;

beforeEach(() => {
  vi.useFakeTimers();
  moved.mockReset();
  ask.mockReset().mockImplementation((of) => {
    const answer = holds[of];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  holds = { primary: store(3), replica: store(3) };
  place = new ReadPlace({ ask, moved, now: () => Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A store of so many vintages, whose catalogue was written as often. */
function store(vintages: number, written = vintages): Holding {
  return {
    held: `${vintages} ${written}`,
    newest: null,
    vintages,
    written: BigInt(written),
    time: new Date(),
  };
}

async function readFrom(): Promise<[Place, number]> {
  const { vintages } = await place.ask();
  return [place.current, vintages];
}

test("a replica is read, and the primary left in peace", async () => {
  expect(await readFrom()).toEqual(["replica", 3]);
  expect(ask.mock.calls).toEqual([["replica"]]);
});

test("a replica that cannot be reached is left for the primary, not asked for a while, and read again when it answers", async () => {
  holds.replica = new Error("refused");
  expect(await readFrom()).toEqual(["primary", 3]);
  expect(moved).toHaveBeenCalledExactlyOnceWith("primary", "refused");
  await readFrom();
  expect(ask.mock.calls.filter(([of]) => of === "replica")).toHaveLength(1);
  holds.replica = store(3);
  await vi.advanceTimersByTimeAsync(2_100);
  expect(await readFrom()).toEqual(["replica", 3]);
});

test("a replica that fails again and again is asked less and less often, but at least twice a minute", async () => {
  holds.replica = new Error("refused");
  const asked: number[] = [];
  for (let second = 0; second < 300; second += 1) {
    const before = ask.mock.calls.length;
    await readFrom();
    if (ask.mock.calls.slice(before).some(([of]) => of === "replica")) asked.push(second);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  const gaps = asked.slice(1).map((second, at) => second - (asked[at] ?? 0));
  expect(gaps[0]).toBeLessThanOrEqual(3);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(31);
  expect(asked.length).toBeLessThan(25);
});

test("a replica that does not answer is not waited for as long as a page waits", async () => {
  vi.spyOn(performance, "eventLoopUtilization").mockReturnValue({
    ...{ idle: 1, active: 0, utilization: 0 },
  });
  ask.mockImplementation((of) =>
    of === "replica" ? new Promise(() => undefined) : Promise.resolve(store(3)),
  );
  const answer = readFrom();
  await vi.advanceTimersByTimeAsync(800);
  expect(await answer).toEqual(["primary", 3]);
});

test("no reader is led back: a replica that lacks what was shown is not read until it has it", async () => {
  holds.replica = new Error("refused");
  holds.primary = store(4);
  expect(await readFrom()).toEqual(["primary", 4]);
  await vi.advanceTimersByTimeAsync(60_000);
  holds.replica = store(3);
  expect(await readFrom()).toEqual(["primary", 4]);
  holds.replica = store(4, 3);
  expect(await readFrom()).toEqual(["primary", 4]);
  holds.replica = store(4);
  expect(await readFrom()).toEqual(["replica", 4]);
});

test("a replica that went back in time is left", async () => {
  await readFrom();
  holds.replica = store(2);
  expect(await readFrom()).toEqual(["primary", 3]);
});

test("a primary that was restored from an older copy is the truth", async () => {
  holds.replica = new Error("refused");
  holds.primary = store(5);
  await readFrom();
  holds.primary = store(4);
  expect(await readFrom()).toEqual(["primary", 4]);
});

test("a replica may lag for some seconds behind what the primary told, and is left when it lags for longer", async () => {
  await readFrom();
  holds.primary = store(4);
  place.expect(store(4));
  await vi.advanceTimersByTimeAsync(9_000);
  expect(await readFrom()).toEqual(["replica", 3]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await readFrom()).toEqual(["primary", 4]);
  holds.replica = store(4);
  expect(await readFrom()).toEqual(["replica", 4]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await readFrom()).toEqual(["replica", 4]);
});

test("a replica that is left alone is asked all the same when the primary fails", async () => {
  holds.replica = new Error("refused");
  await readFrom();
  holds = { primary: new Error("no primary"), replica: store(3) };
  expect(await readFrom()).toEqual(["replica", 3]);
  expect(moved).toHaveBeenLastCalledWith("replica", "the primary does not answer");
  holds.primary = store(3);
  expect(await readFrom()).toEqual(["replica", 3]);
});

test("a silent primary is not waited for as long as a page waits, where a replica that was left alone answers", async () => {
  vi.spyOn(performance, "eventLoopUtilization").mockReturnValue({
    ...{ idle: 1, active: 0, utilization: 0 },
  });
  holds.replica = new Error("refused");
  await readFrom();
  holds.replica = store(3);
  ask.mockImplementation((of) =>
    of === "primary" ? new Promise(() => undefined) : Promise.resolve(store(3)),
  );
  const answer = readFrom();
  await vi.advanceTimersByTimeAsync(800);
  expect(await answer).toEqual(["replica", 3]);
});

test("when the primary fails, no reader is led back to what a replica lacks", async () => {
  holds = { primary: store(4), replica: new Error("refused") };
  await readFrom();
  holds = { primary: new Error("no primary"), replica: store(3) };
  await expect(place.ask()).rejects.toThrow("no primary");
});

test("when no place answers, that is told, and neither is taken for good", async () => {
  holds = { primary: new Error("no primary"), replica: new Error("no replica") };
  await expect(place.ask()).rejects.toThrow("no primary");
  holds.primary = store(3);
  expect(await readFrom()).toEqual(["primary", 3]);
});
