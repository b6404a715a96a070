import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ArticleFeedItem } from "./feed-item.ts";
import { feedPath, rssFeed } from "./rss.ts";

const site = new URL("https://tickmark.example");

const article: ArticleFeedItem = {
  id: "7f3a",
  slug: "sell-america",
  headline: "Purchases & sales: <what> moved",
  dek: "One sentence.",
  published: "2026-11-20",
  updated: "2026-11-22",
  byline: "Tickmark data desk",
  topic: "Cross-border capital",
  html: '<p>See <a href="/articles/sell-america/claims/a">$1.62 trillion</a> and <a href="#sources">why</a>.</p><img src="/charts/x.png" width="720" height="405" alt="A & B">',
};

const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform((one) => [one])]);
const link = z.object({ href: z.string(), rel: z.string(), type: z.string() });
const rssSchema = z.object({
  rss: z.object({
    version: z.literal("2.0"),
    channel: z.object({
      title: z.string(),
      link: z.string(),
      description: z.string(),
      lastBuildDate: z.string(),
      "atom:link": link,
      item: oneOrMore(
        z.object({
          title: z.string(),
          link: z.string(),
          guid: z.object({ "#text": z.string(), isPermaLink: z.string() }),
          pubDate: z.string(),
          category: z.string(),
          "dc:creator": z.string(),
          "atom:updated": z.string(),
          "content:encoded": z.string(),
        }),
      ).optional(),
    }),
  }),
});

function channelOf(items: readonly ArticleFeedItem[]) {
  const xml = rssFeed(items, site);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });
  const { channel } = rssSchema.parse(parser.parse(xml)).rss;
  return { ...channel, items: channel.item ?? [] };
}

test("the feed names the address it is served at", () => {
  expect(channelOf([article])["atom:link"]).toEqual({
    href: `https://tickmark.example${feedPath}`,
    rel: "self",
    type: "application/rss+xml",
  });
});

test("an item carries the whole article with absolute addresses only", () => {
  const content = channelOf([article]).items[0]?.["content:encoded"] ?? "";
  const addresses = [...content.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses).toEqual([
    "https://tickmark.example/articles/sell-america/claims/a",
    "https://tickmark.example/articles/sell-america#sources",
    "https://tickmark.example/charts/x.png",
  ]);
  expect(content).toContain('width="720" height="405"');
  expect(content).toContain("A &#x26; B");
});

test("an item keeps its name when the article moves to another address or the site to another host", () => {
  const moved = rssFeed([{ ...article, slug: "moved" }], new URL("https://elsewhere.example"));
  const guid = channelOf([article]).items[0]?.guid;
  expect(guid?.isPermaLink).toBe("false");
  expect(moved).toContain(`<guid isPermaLink="false">${guid?.["#text"]}</guid>`);
});

test("dates are those of the data", () => {
  const { lastBuildDate, items } = channelOf([article]);
  expect(lastBuildDate).toBe("Sun, 22 Nov 2026 00:00:00 GMT");
  expect(items[0]?.pubDate).toBe("Fri, 20 Nov 2026 00:00:00 GMT");
  expect(items[0]?.["atom:updated"]).toBe("2026-11-22T00:00:00.000Z");
});

test("the newest article comes first, and the order of the input does not matter", () => {
  const older = { ...article, id: "1b", published: "2026-01-02" };
  expect(channelOf([older, article]).items.map(({ pubDate }) => pubDate.slice(5, 16))).toEqual([
    "20 Nov 2026",
    "02 Jan 2026",
  ]);
  expect(rssFeed([older, article], site)).toBe(rssFeed([article, older], site));
});

test("markup and forbidden characters in a text do not break the XML", () => {
  const { title } =
    channelOf([{ ...article, headline: "a ]]> b & <c>\u0000\ud800" }]).items[0] ?? {};
  expect(title).toBe("a ]]> b & <c>");
});

test("a CDATA end in the article's HTML arrives as written", () => {
  const content = channelOf([{ ...article, html: "<p>x ]]> y</p>" }]).items[0]?.["content:encoded"];
  expect(content).toBe("<p>x ]]> y</p>");
});

test("a feed without articles is still a feed", () => {
  expect(channelOf([]).items).toEqual([]);
});
