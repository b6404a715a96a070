import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CheckedText } from "#lib/site/check-text";
import type { CheckQuery } from "#lib/site/check-text-query";
import { isVintageDate } from "#lib/series/observation";
import type { ThreadResult } from "./check-thread.ts";

const { checkInThread, currentHolds } = vi.hoisted(() => ({
  checkInThread: vi.fn<(query: CheckQuery, holds: string) => Promise<ThreadResult>>(),
  currentHolds: vi.fn<() => Promise<string>>(),
}));
vi.mock("server-only", () => ({}));
vi.mock("./check-thread.ts", () => ({ checkInThread, prepareThread: () => Promise.resolve() }));
vi.mock("./current-holds.ts", () => ({ currentHolds, newestSeen: () => newest }));
vi.mock("./store.ts", () => ({ store: () => ({}) }));
vi.mock("#lib/store/vintage-rows", () => ({
  listReleases: () => Promise.resolve([{ vintages: [{ date: "2026-06-18" }] }]),
}));
vi.mock("#lib/site/check-text-sample", () => ({ sampleText: () => Promise.resolve("") }));

const newest = "2026-06-18";
if (!isVintageDate(newest)) throw new TypeError("No such day");
const checked: CheckedText = {
  ...{ text: "a", blocks: [], figures: [], files: [], left: 0, isNewest: true, notices: [] },
  counts: { supported: 0, drifted: 0, contradicted: 0, unknown: 0 },
  asOf: newest,
};

let log = "";
beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  globalThis.tickmarkAllowances = undefined;
  log = "";
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    log += String(line);
    return true;
  });
  currentHolds.mockReset().mockResolvedValue("a");
  checkInThread.mockReset().mockResolvedValue({ end: { ok: true, checked }, used: 100 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const posted = { text: "Japan held $1.2 trillion.", asOf: "" };

async function load() {
  const { checkPosted } = await import("./check.ts");
  return async (asker = "a", what: unknown = posted) => {
    const answer = await checkPosted(what, asker);
    return answer.kind === "refused" ? answer.message : answer.kind;
  };
}

test("a text is checked against what the store holds", async () => {
  const check = await load();
  expect(await check()).toBe("checked");
  expect(checkInThread).toHaveBeenLastCalledWith({ text: posted.text, asOf: null }, "a");
});

test("what is no text to check costs nothing", async () => {
  const check = await load();
  await check();
  const before = checkInThread.mock.calls.length;
  expect(await check("a", { text: " ", asOf: "" })).toContain("no text to check");
  expect(await check("a", null)).toContain("did not come as it was sent out");
  expect(await check("a", { text: "1".repeat(20_001), asOf: "" })).toContain("part by part");
  expect(checkInThread.mock.calls.length).toBe(before);
});

test("a store that is down is a plain answer that says as of when the site is, and what was pasted is in no log", async () => {
  currentHolds.mockRejectedValue(new Error("connect ECONNREFUSED"));
  const check = await load();
  expect(await check()).toBe(
    "The figures cannot be read at the moment. What the site shows is as of June 18, 2026. Please try again in a minute.",
  );
  expect(log).toContain("ECONNREFUSED");
  expect(log).not.toContain("Japan");
});

test("a text that is not read to its end is a plain answer that blames what is to blame", async () => {
  const check = await load();
  checkInThread.mockResolvedValueOnce({ end: "too much", used: 8_000 });
  expect(await check()).toContain("too much to check at once");
  checkInThread.mockResolvedValueOnce({ end: "too slow", used: 3_000 });
  expect(await check()).toContain("The site has so much to do just now");
  checkInThread.mockResolvedValueOnce({ end: "not ready", used: 0 });
  expect(await check()).toContain("still being made ready");
});

test("a thread that fails is a plain answer, and told in the log", async () => {
  const check = await load();
  checkInThread.mockResolvedValueOnce({ end: { ok: false, reason: "SyntaxError at x" }, used: 1 });
  expect(await check()).toContain("cannot be read at the moment");
  expect(log).toContain("SyntaxError at x");
});

test("a crowd is sent away: some at once, the others after some seconds", async () => {
  const check = await load();
  await check();
  checkInThread.mockReturnValue(new Promise(() => undefined));
  const told: string[] = [];
  for (let count = 0; count < 9; count++) void check(String(count)).then((one) => told.push(one));
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(told).toHaveLength(8);
  expect(new Set(told)).toEqual(
    new Set(["Many texts are being checked just now. Try again in some seconds."]),
  );
});

test("who pastes without end has to wait, and others do not", async () => {
  const check = await load();
  for (let count = 0; count < 30; count++) expect(await check("a")).toBe("checked");
  expect(await check("a")).toMatch(/many texts have come in a short time\. Try again in/);
  expect(await check("b")).toBe("checked");
});

test("who pastes what takes long to read has to wait for as long, and others do not", async () => {
  const check = await load();
  checkInThread.mockResolvedValue({ end: "too much", used: 8_000 });
  for (let count = 0; count < 2; count++) {
    expect(await check("a")).toContain("too much to check at once");
  }
  expect(await check("a")).toMatch(
    /many texts have come in a short time\. Try again in [67] seconds/,
  );
  expect(await check("b")).toContain("too much to check at once");
  await vi.advanceTimersByTimeAsync(7_000);
  expect(await check("a")).toContain("too much to check at once");
});

test("one who pastes many texts at once has one in the line, and another's comes next", async () => {
  const check = await load();
  const begun: string[] = [];
  checkInThread.mockImplementation(async ({ text }) => {
    begun.push(text);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { end: { ok: true, checked }, used: 1000 };
  });
  const told = [1, 2, 3, 4].map((count) => check("a", { text: `a${count}`, asOf: "" }));
  told.push(check("b", { text: "b1", asOf: "" }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun).toEqual(["a1", "b1", "a2", "a3"]);
  expect((await Promise.all(told)).filter((one) => one === "checked")).toHaveLength(4);
});
