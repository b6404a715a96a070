import { expect, test } from "vitest";
import type { SearchFound } from "#lib/site/search-found";
import { optionGroups } from "./search-options.ts";
import { statusOf } from "./search-status.ts";

function item(path: string) {
  return { path, title: [{ text: path, isFound: false }], excerpt: [], place: null, figure: null };
}

const found: SearchFound = {
  ...{ text: "jpan", meant: "Japan", suggested: [] },
  groups: [
    {
      ...{ kind: "area", title: "Areas", total: 1, places: 1, more: null },
      items: [item("/areas/japan")],
    },
    {
      ...{ kind: "series", title: "Series", total: 1200, places: 1200, more: "/data" },
      items: ["a", "b", "c", "d", "e"].map(item),
    },
  ],
};

test("each kind has a few lines, and its heading says how many there are", () => {
  const groups = optionGroups(found, "jpan", ["china"]);
  expect(groups.map(({ title, options }) => [title, options.length])).toEqual([
    ["Areas", 1],
    ["Series (1200)", 4],
  ]);
  const ids = groups.flatMap(({ options }) => options.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("before anything is typed recent searches come first, then where to begin", () => {
  const nothing = { ...found, groups: [], meant: null, suggested: ["net purchases"] };
  expect(optionGroups(nothing, "", ["china"]).map(({ title }) => title)).toEqual([
    "Recent",
    "Where to begin",
  ]);
  expect(optionGroups(nothing, "zzyzx", ["china"]).map(({ title }) => title)).toEqual([
    "These find something",
  ]);
  // Without having asked for an answer.
  expect(optionGroups(null, "", []).map(({ title }) => title)).toEqual(["Where to begin"]);
});

test("the search says what it found, and what it took the words for", () => {
  const state = { found, answered: "jpan", trouble: null } as const;
  expect(statusOf(state, "jpan")).toBe("Nothing has “jpan”. 1,201 found for Japan.");
  expect(statusOf(state, "jpa")).toBe("");
  expect(statusOf({ ...state, trouble: "waiting" }, "jpa")).toBe("Searching …");
  expect(statusOf({ ...state, trouble: "failed" }, "")).toBe("");
  expect(statusOf({ ...state, trouble: "failed" }, "jpan")).toContain("does not answer");
  expect(statusOf({ ...state, found: { ...found, groups: [] } }, "jpan")).toContain("Nothing has");
});
