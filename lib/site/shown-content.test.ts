import { expect, test } from "vitest";
import type { ContentState } from "./content-state.ts";
import { shownContent } from "./shown-content.ts";

function content(appears: string | null): ContentState {
  const one = { mark: "m", stamp: "s", face: "f", charts: [], appears, bytes: Buffer.alloc(0) };
  return {
    mark: "all",
    shared: "shared",
    stamp: "s",
    texts: new Map(),
    articles: new Map([["one", one]]),
  };
}
const isShown = (appears: string | null, now: string) =>
  shownContent(content(appears), new Date(now)).has("one");

test("an article is shown from the very instant on at which it appears", () => {
  const appears = "2026-11-30T14:00:00.000Z";
  expect(isShown(appears, "2026-11-30T13:59:59.999Z")).toBe(false);
  expect(isShown(appears, "2026-11-30T14:00:00.000Z")).toBe(true);
  expect(isShown(appears, "2026-11-30T14:00:00.001Z")).toBe(true);
});

test("a draft, and an article that does not say when it appears, are never shown", () => {
  expect(isShown(null, "2100-01-01T00:00:00Z")).toBe(false);
  expect(isShown("", "2100-01-01T00:00:00Z")).toBe(false);
});

test("what readers see changes when a hidden article begins to name a chart, and not when one that is shown names it too", () => {
  const now = new Date("2026-11-30T00:00:00Z");
  const markOf = (inHidden: readonly string[], inShown: readonly string[]) => {
    const one = { mark: "m", stamp: "s", face: "f", bytes: Buffer.alloc(0) };
    const articles = new Map([
      ["hidden", { ...one, charts: inHidden, appears: "2027-01-01T00:00:00.000Z" }],
      ["shown", { ...one, charts: inShown, appears: "2026-01-01T00:00:00.000Z" }],
    ]);
    const shared = { shared: "shared", stamp: "s", texts: new Map() };
    return shownContent({ mark: "all", ...shared, articles }, now).mark;
  };
  expect(markOf(["x"], [])).not.toBe(markOf([], []));
  expect(markOf(["x"], ["x"])).toBe(markOf([], ["x"]));
});
