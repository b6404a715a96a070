import { expect, test } from "vitest";
import {
  feedFormats,
  feedPath,
  formatNames,
  readFeedPath,
  writtenFeedTarget,
} from "./feed-path.ts";

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

test.each([
  ["/Feed.xml", "/feed.xml"],
  ["/feed.xml/", "/feed.xml"],
  ["/FEEDS/Articles.RSS", "/feeds/articles.rss"],
  ["/feeds/articles%2Erss", "/feeds/articles.rss"],
  ["/feeds/%61rticles.rss", "/feeds/articles.rss"],
  [
    "/%46eeds//Series/mfh.holdings.japan.Atom/?archive=2",
    "/feeds/series/mfh.holdings.japan.atom?archive=2",
  ],
  ["/Feeds/", "/feeds"],
  ["/feeds/Nothing%20here", "/feeds/nothing%20here"],
])("%s is written %s", (target, written) => {
  expect(writtenFeedTarget(target)).toBe(written);
});

test.each([
  "/feed.xml",
  "/feeds",
  "/feeds/articles.rss?archive=2",
  "/feeds/articles.rss?Any=%41",
  "/feeds/nothing%20here",
  "/",
  "/Feedback",
  "/data/FEEDS/articles.rss",
  "//elsewhere.example/Feeds",
  "/feeds/%2E%2E/Desk",
  "/feeds/../Desk",
])("%s stays as it is", (target) => {
  expect(writtenFeedTarget(target)).toBeUndefined();
});
