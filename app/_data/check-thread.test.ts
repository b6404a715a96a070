import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CheckTask } from "#lib/site/check-task";

/** A thread that works for as long as it is told to, and counts as busy a part of that time. */
class FakeWorker extends EventEmitter {
  static readonly all: FakeWorker[] = [];
  static takes = { start: 100, text: 100 };
  static busy = 1;
  readonly #begun = Date.now();
  hasEnded = false;
  readonly performance = {
    eventLoopUtilization: (before?: { readonly active: number }) => {
      const active = this.hasEnded ? 0 : (Date.now() - this.#begun) * FakeWorker.busy;
      return { active: active - (before?.active ?? 0), idle: 0, utilization: 0 };
    },
  };
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  unref(): void {
    // A fake keeps nothing running.
  }
  postMessage({ id, query }: CheckTask): void {
    const { start, text } = FakeWorker.takes;
    setTimeout(
      () => this.hasEnded || this.emit("message", { id, answer: { ok: true, checked: null } }),
      query === null ? start : text,
    );
  }
  terminate(): Promise<number> {
    this.hasEnded = true;
    this.emit("exit", 1);
    return Promise.resolve(1);
  }
}
vi.mock("server-only", () => ({}));
vi.mock("node:worker_threads", () => ({ Worker: FakeWorker }));
vi.mock("./store.ts", () => ({ readPlace: () => "primary" }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  // More than any thread is busy here: what the thread itself says is the lesser.
  vi.spyOn(process, "cpuUsage").mockReturnValue({ user: 1e12, system: 0 });
  FakeWorker.all.length = 0;
  FakeWorker.takes = { start: 100, text: 100 };
  FakeWorker.busy = 1;
  globalThis.tickmarkCheckThread = undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function check(after: number) {
  const { checkInThread } = await import("./check-thread.ts");
  const result = checkInThread({ text: "Japan", asOf: null }, "a");
  await vi.advanceTimersByTimeAsync(after);
  return result;
}

test("a text costs what the thread worked on it, and getting ready costs nobody anything", async () => {
  FakeWorker.takes = { start: 2_000, text: 700 };
  expect(await check(3_000)).toEqual({ end: { ok: true, checked: null }, used: 700 });
});

test("a text that takes more of the processor than it may is too much, and a new thread gets ready", async () => {
  FakeWorker.takes = { start: 100, text: 60_000 };
  const { end, used } = await check(9_000);
  expect(end).toBe("too much");
  expect(used).toBeGreaterThan(8_000);
  expect(FakeWorker.all).toHaveLength(2);
});

test("a text on a busy machine has more time, and is not blamed when that is over", async () => {
  FakeWorker.busy = 0.3;
  FakeWorker.takes = { start: 100, text: 15_000 };
  expect(await check(16_000)).toMatchObject({ end: { ok: true } });
  FakeWorker.takes = { start: 100, text: 60_000 };
  const { end, used } = await check(21_000);
  expect(end).toBe("too slow");
  expect(used).toBeLessThan(8_000);
});

test("a text whose thread is slow to start is told so, and the thread goes on", async () => {
  FakeWorker.takes = { start: 15_000, text: 100 };
  expect(await check(10_000)).toEqual({ end: "not ready", used: 0 });
  expect(await check(6_000)).toMatchObject({ end: { ok: true } });
  expect(FakeWorker.all).toHaveLength(1);
});
