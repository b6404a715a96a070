import { beforeEach, expect, test, vi } from "vitest";
import { unnamed } from "../_http/allowance.ts";

vi.mock("server-only", () => ({}));
vi.mock("./store.ts", () => ({ store: () => ({}), reader: () => ({}) }));
vi.mock("#lib/site/desk-decide", () => ({ decide: () => Promise.reject(new Error("unasked")) }));
vi.mock("#lib/site/content", () => ({ contentFolder: "content" }));
vi.mock("./held-up.ts", () => ({ describeHeldUp: () => null }));

beforeEach(() => {
  vi.resetModules();
  globalThis.tickmarkAllowances = undefined;
  vi.stubEnv("TICKMARK_DESK_KEY", "a-long-enough-key");
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  };
});

async function load() {
  const { decidePosted } = await import("./desk-decide.ts");
  return async (asker: string, key = "not-the-key-at-all") =>
    (await decidePosted({ key }, asker)).message;
}

test("who guesses the key has to wait, though the next guess be right, and others do not", async () => {
  const decide = await load();
  for (let guess = 0; guess < 6; guess++) expect(await decide("a")).toContain("The key is wrong");
  expect(await decide("a", "a-long-enough-key")).toBe("Too many tries. Try again in 20 seconds.");
  expect(await decide("b")).toContain("The key is wrong");
});

test("guesses of whom nothing is known are counted as one's, and an editor among them waits a second", async () => {
  const decide = await load();
  for (let guess = 0; guess < 30; guess++)
    expect(await decide(unnamed)).toContain("The key is wrong");
  expect(await decide(unnamed, "a-long-enough-key")).toMatch(/^Too many tries\. .* in a second\./);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await decide(unnamed, "a-long-enough-key")).not.toMatch(/Too many tries|key is wrong/);
});
