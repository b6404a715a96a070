import { readJsonFeed } from "../lib/feeds/json-feed-shape.ts";
import { expect, test } from "./test.ts";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

const feedShape = z.object({
  rss: z.object({
    channel: z.object({
      title: z.string(),
      item: z.array(
        z.object({
          title: z.string(),
          link: z.url(),
          guid: z.object({ "#text": z.string() }),
          "content:encoded": z.string(),
        }),
      ),
    }),
  }),
});

test("the first feed has each article whole, with its pictures", async ({ request }) => {
  const response = await request.get("/feed.xml");
  expect(response.headers()["content-type"]).toContain("application/rss+xml");
  const parsed: unknown = new XMLParser({ ignoreAttributes: false }).parse(await response.text());
  const items = feedShape.parse(parsed).rss.channel.item;
  const texts = items.map((item) => item["content:encoded"]);
  for (const text of texts) {
    expect(text).toContain("What we do not know");
    expect(text).toMatch(/<img /);
  }
  const first = items.find(({ title }) =>
    title.includes("foreigners bought more than first reported"),
  );
  expect(first?.["content:encoded"]).toContain("$742.5 billion");
  expect(first?.["content:encoded"].match(/<img /g)).toHaveLength(4);
});

test("pictures in the feed have the size they are said to have", async ({ request }) => {
  const html = readJsonFeed(await (await request.get("/feeds/articles.json")).text())
    .items.map((item) => item.content_html)
    .join("");
  const [, address = "", width, height] =
    /<img src="([^"]*)"[^>]* width="(\d+)" height="(\d+)"/.exec(html) ?? [];
  const { pathname, search } = new URL(address.replaceAll("&#x26;", "&"));
  const png = await (await request.get(pathname + search)).body();
  const [actualWidth, actualHeight] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(actualWidth / actualHeight).toBeCloseTo(Number(width) / Number(height), 2);
});

test("sitemap and robots name pages that are there", async ({ request }) => {
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  expect(pages).toContain("/articles/did-the-world-sell-america");
  // Those of claims are many and alike.
  const isTried = (address: string, index: number) =>
    !address.includes("/claims/") || index % 10 === 0;
  for (const address of pages.filter(isTried)) {
    expect((await request.get(address)).status(), address).toBe(200);
  }
});
