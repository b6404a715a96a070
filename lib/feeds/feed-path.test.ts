import { expect, test } from "vitest";
import { feedFormats, feedPath, formatNames, readFeedPath } from "./feed-path.ts";

test.each([
  "/feeds/articles",
  "/feeds/series/mfh.holdings.japan",
  "/feeds/series/slt1.total.net.grand-total",
])("what is written is read again: %s", (path) => {
  expect([...formatNames].sort()).toEqual(Object.keys(feedFormats).sort());
  for (const format of formatNames) {
    expect(readFeedPath(feedPath(path, format))).toEqual({ subject: path, format });
  }
});

test.each([
  "",
  "/feeds/articles",
  "/feeds/articles.xml",
  "/feeds/articles.constructor",
  ".rss",
  "/feeds/articles.RSS",
])("what ends in no format asks for nothing: %s", (path) => {
  expect(readFeedPath(path)).toBeNull();
});

test("an archive is named in the query", () => {
  expect(feedPath("/feeds/articles", "atom", 12)).toBe("/feeds/articles.atom?archive=12");
});
