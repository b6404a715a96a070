import { expect, test } from "vitest";
import { searchPath } from "./search-found.ts";
import { readSearchQuery } from "./search-query.ts";

test("an address without words asks for nothing", () => {
  expect(readSearchQuery({})).toEqual({ text: "", notices: [] });
  expect(readSearchQuery({ q: " \0\n " })).toEqual({ text: "", notices: [] });
});

test("what is too long is cut, and the reader is told", () => {
  const { text, notices } = readSearchQuery({ q: "x".repeat(5000) });
  expect(text).toHaveLength(200);
  expect(notices).toEqual(["Only the first 200 letters were looked for."]);
});

test("a strange or repeated parameter is answered, and said", () => {
  const { text, notices } = readSearchQuery({ q: ["japan", "china"], page: "2" });
  expect(text).toBe("japan");
  expect(notices.join(" ")).toMatch(/“page”.*the first was looked for/);
});

test("a search has one address", () => {
  expect(searchPath("")).toBe("/search");
  expect(searchPath('"net purchases" & more')).toBe("/search?q=%22net+purchases%22+%26+more");
});
