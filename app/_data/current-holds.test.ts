import { performance } from "node:perf_hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const { askHolding, acceptedContent, contentChecked } = vi.hoisted(() => ({
  askHolding: vi.fn<() => Promise<{ held: string; newest: string | null; time: Date }>>(),
  acceptedContent: vi.fn<() => { content: object; isInFolder: boolean }>(),
  contentChecked: vi.fn<() => Promise<void>>(),
}));
const siteHolds = (held: string) => held;
const articleHolds = (held: string, _: unknown, slug: string) => `${held}-${slug} ${slug}`;
vi.mock("#lib/site/holds", () => ({ articleHolds, siteHolds }));
vi.mock("#lib/site/shown-content", () => ({
  shownContent: () => ({ mark: "shown", has: (slug: string) => slug === "there" }),
}));
vi.mock("server-only", () => ({}));
vi.mock("./accepted-content.ts", () => ({ acceptedContent, contentChecked }));
vi.mock("./store.ts", () => ({ askHolding }));

const holding = (held: string) => ({ held, newest: "2026-06-18", time: new Date() });

beforeEach(() => {
  vi.useFakeTimers();
  // Where time is made to pass, nothing was waited for.
  vi.spyOn(performance, "eventLoopUtilization").mockReturnValue({
    ...{ idle: 1, active: 0, utilization: 0 },
  });
  vi.resetModules();
  globalThis.tickmarkQuestion = undefined;
  askHolding.mockReset();
  acceptedContent.mockReset().mockReturnValue({ content: {}, isInFolder: true });
  contentChecked.mockReset().mockResolvedValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a burst asks the store once, and a second later it is asked again", async () => {
  askHolding.mockResolvedValueOnce(holding("a")).mockResolvedValueOnce(holding("b"));
  const { currentHolds } = await import("./current-holds.ts");
  expect(await Promise.all([currentHolds(), currentHolds()])).toEqual(["a", "a"]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(await currentHolds()).toBe("b");
});

test("a store that does not answer is waited for once and not by everyone", async () => {
  askHolding.mockReturnValue(new Promise(() => undefined));
  const { currentHolds } = await import("./current-holds.ts");
  const first = expect(currentHolds()).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(1_500);
  await first;
  const second = expect(currentHolds()).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(0);
  await second;
  expect(askHolding).toHaveBeenCalledOnce();
});

test("a process that was busy itself hears the answer that came meanwhile", async () => {
  vi.useRealTimers();
  askHolding.mockImplementation(
    () => new Promise((resolve) => setTimeout(() => setImmediate(() => resolve(holding("a"))), 10)),
  );
  const { currentHolds } = await import("./current-holds.ts");
  const answer = currentHolds();
  const busyUntil = Date.now() + 1_700;
  while (Date.now() < busyUntil);
  expect(await answer).toBe("a");
});

test("what a busy process has not heard yet is waited for longer, and not for ever", async () => {
  vi.mocked(performance.eventLoopUtilization).mockReturnValue({
    ...{ idle: 0, active: 1, utilization: 0.9 },
  });
  askHolding.mockReturnValue(new Promise(() => undefined));
  const { currentHolds } = await import("./current-holds.ts");
  let isOver = false;
  const answer = currentHolds().finally(() => {
    isOver = true;
  });
  const refused = expect(answer).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(9_000);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;
});

test("a failure is remembered for a few seconds, then the store is asked again", async () => {
  askHolding.mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce(holding("a"));
  const { currentHolds } = await import("./current-holds.ts");
  await expect(currentHolds()).rejects.toThrow("gone");
  await expect(currentHolds()).rejects.toThrow("gone");
  await vi.advanceTimersByTimeAsync(3_100);
  expect(await currentHolds()).toBe("a");
});

test("while the gate refuses the content, programs are answered and nothing is made for readers", async () => {
  askHolding.mockResolvedValue(holding("a"));
  acceptedContent.mockReturnValue({ content: {}, isInFolder: false });
  const { currentHolds, shownHolds, waitForHolds } = await import("./current-holds.ts");
  expect(await currentHolds()).toBe("a");
  await expect(shownHolds()).rejects.toThrow("has not passed the gate");
  await expect(waitForHolds()).rejects.toThrow("has not passed the gate");
});

test("who has nothing to fall back on waits for the gate", async () => {
  askHolding.mockResolvedValue(holding("a"));
  acceptedContent
    .mockReturnValueOnce({ content: {}, isInFolder: false })
    .mockReturnValue({ content: {}, isInFolder: true });
  const { waitForHolds } = await import("./current-holds.ts");
  expect(await waitForHolds()).toBe("a");
  expect(contentChecked).toHaveBeenCalledOnce();
});

test("a page is current by what it says that it was made of: the site, or one article that is there", async () => {
  askHolding.mockResolvedValue(holding("a"));
  const { isCurrentPage } = await import("./current-holds.ts");
  const made = ["a", "b", "a-there there", "b-there there", "a-gone gone"];
  expect(await Promise.all(made.map(async (one) => isCurrentPage(one)))).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  acceptedContent.mockReturnValue({ content: {}, isInFolder: false });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(await Promise.all(made.map(async (one) => isCurrentPage(one)))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test("what the last second says of a page is there at once, and of no more than the last second", async () => {
  askHolding.mockResolvedValue(holding("a"));
  const { currentHolds, isCurrentPage } = await import("./current-holds.ts");
  await currentHolds();
  expect(["a", "b", "a"].map(isCurrentPage)).toEqual([true, false, true]);
  askHolding.mockResolvedValue(holding("b"));
  await vi.advanceTimersByTimeAsync(1_100);
  const asked = isCurrentPage("a");
  expect(asked).toBeInstanceOf(Promise);
  expect(await asked).toBe(false);
  expect(isCurrentPage("b")).toBe(true);
});

test("word of a change makes the next who comes ask, and often for a while", async () => {
  for (const held of ["a", "b", "c"]) askHolding.mockResolvedValueOnce(holding(held));
  const { currentHolds } = await import("./current-holds.ts");
  const { askAgain } = await import("./kept-question.ts");
  expect(await currentHolds()).toBe("a");
  askAgain();
  expect(await currentHolds()).toBe("b");
  expect(await currentHolds()).toBe("b");
  await vi.advanceTimersByTimeAsync(150);
  expect(await currentHolds()).toBe("c");
});

test("word of a change in the middle of a question lets it be answered, and another be put then", async () => {
  let answer: (held: ReturnType<typeof holding>) => void = () => undefined;
  askHolding
    .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    .mockResolvedValueOnce(holding("b"));
  const { currentHolds } = await import("./current-holds.ts");
  const { askAgain } = await import("./kept-question.ts");
  const first = currentHolds();
  askAgain();
  const second = currentHolds();
  expect(askHolding).toHaveBeenCalledOnce();
  answer(holding("a"));
  expect(await Promise.all([first, second])).toEqual(["a", "a"]);
  expect(await currentHolds()).toBe("b");
});

test("the newest vintage seen stays known while the store is away", async () => {
  askHolding.mockResolvedValueOnce(holding("a")).mockRejectedValue(new Error("gone"));
  const { currentHolds, newestSeen } = await import("./current-holds.ts");
  await currentHolds();
  await vi.advanceTimersByTimeAsync(1_100);
  await expect(currentHolds()).rejects.toThrow("gone");
  expect(newestSeen()).toBe("2026-06-18");
});
