import { parseFeed } from "@rowanmanning/feed-parser";
import { childrenOf, readXml } from "../lib/feeds/read-xml.ts";
import { brokenRules } from "../lib/feeds/feed-rules.ts";
import { readJsonFeed } from "../lib/feeds/json-feed-shape.ts";
import { expect, test, type APIRequestContext, type APIResponse } from "./test.ts";

/** A feed of each kind, without its format. */
const feeds = [
  "/feeds/articles",
  "/feeds/everything",
  "/feeds/corrections",
  "/feeds/releases",
  "/feeds/topics/cross-border-capital",
  "/feeds/areas/japan",
  "/feeds/series/mfh.holdings.japan",
];

const mediaTypes = {
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

interface ReadItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly html: string;
  readonly published: string;
}

/** The path of an address of the site: the address it is published at is not the one that tests ask. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

function itemsOfXml(xml: string): ReadItem[] {
  expect(brokenRules(xml)).toEqual([]);
  return parseFeed(xml).items.map(({ id, title, url, content, published }) => ({
    id: id ?? "",
    title: title ?? "",
    url: url ?? "",
    html: content ?? "",
    published: published?.toISOString() ?? "",
  }));
}

function itemsOfJson(json: string): ReadItem[] {
  return readJsonFeed(json).items.map((item) => ({
    id: item.id,
    title: item.title,
    url: item.url,
    // The parser of XML decodes what is HTML, too.
    html: item.content_html.replaceAll("&#x26;", "&"),
    published: new Date(item.date_published).toISOString(),
  }));
}

async function good(request: APIRequestContext, address: string): Promise<APIResponse> {
  const response = await request.get(address);
  expect(response.status(), address).toBe(200);
  return response;
}

test("every format of every feed is read to the same titles, names, dates and text", async ({
  request,
}) => {
  const names = new Map<string, string>();
  for (const feed of feeds) {
    const texts = new Map<string, string>();
    for (const [format, mediaType] of Object.entries(mediaTypes)) {
      const response = await good(request, `${feed}.${format}`);
      expect(response.headers()["content-type"]).toBe(mediaType);
      texts.set(format, await response.text());
    }
    const items = itemsOfJson(texts.get("json") ?? "");
    expect(itemsOfXml(texts.get("rss") ?? "")).toEqual(items);
    expect(itemsOfXml(texts.get("atom") ?? "")).toEqual(items);
    if (feed !== "/feeds/corrections") expect(items.length, feed).toBeGreaterThan(0);
    // What is in two feeds is one entry.
    for (const { id, html } of items) {
      expect(names.get(id) ?? html).toBe(html);
      names.set(id, html);
    }
  }
});

test("every link and every picture in the feeds is there", async ({ request }) => {
  test.setTimeout(60_000);
  const addresses = new Set<string>();
  for (const feed of feeds) {
    const items = itemsOfJson(await (await good(request, `${feed}.json`)).text());
    for (const { url, html } of items) {
      addresses.add(pathOf(url));
      for (const [, address = ""] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        if (new URL(address).host === new URL(url).host) addresses.add(pathOf(address));
      }
    }
  }
  // Receipts of claims, and series, are hundreds and alike: those that the sitemaps list are tried by the test of the sitemaps.
  const listed = await pagesOfSitemaps(request);
  const alike = /\/claims\/|^\/data\//;
  const tried = [...addresses].filter((one) => !alike.test(one) || !listed.has(one.split("?")[0]));
  expect(tried.length).toBeGreaterThan(40);
  expect(addresses.size).toBeGreaterThan(5 * tried.length);
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let one = tried.pop(); one !== undefined; one = tried.pop()) {
        const response = await good(request, one);
        if (!one.includes(".png")) continue;
        expect(response.headers()["content-type"]).toBe("image/png");
        expect(response.headers()["cache-control"]).toContain("immutable");
      }
    }),
  );
});

/** The paths of all pages that the sitemaps list. */
async function pagesOfSitemaps(
  request: APIRequestContext,
): Promise<ReadonlySet<string | undefined>> {
  const robots = await (await good(request, "/robots.txt")).text();
  const pages = new Set<string | undefined>();
  for (const [, address = ""] of robots.matchAll(/^Sitemap: (.*)$/gm)) {
    const sitemap = await (await good(request, pathOf(address))).text();
    for (const [, page = ""] of sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)) {
      pages.add(new URL(page).pathname);
    }
  }
  return pages;
}

test("archives lead from the newest document to the first entry, each entry once", async ({
  request,
}) => {
  const ids: string[] = [];
  let address: string | undefined = "/feeds/releases.atom";
  let documents = 0;
  while (address !== undefined) {
    const xml = await (await good(request, address)).text();
    const feed = readXml(xml);
    const linkTo = (rel: string) =>
      childrenOf(feed, "link").find(({ attributes }) => attributes["rel"] === rel)?.attributes[
        "href"
      ];
    expect(pathOf(linkTo("self") ?? "")).toBe(address);
    expect(childrenOf(feed, "fh:archive")).toHaveLength(documents === 0 ? 0 : 1);
    ids.push(...itemsOfXml(xml).map(({ id }) => id));
    const older = linkTo("prev-archive");
    address = older === undefined ? undefined : pathOf(older);
    documents += 1;
  }
  expect(documents).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("tag:tickmark,2026:release:mfh:2026-06-18");
});

test("a reader is led to the feeds from every page, and the list of feeds from theirs", async ({
  page,
  request,
}) => {
  for (const [address, own] of [
    ["/", "/feeds/articles.atom"],
    ["/topics/cross-border-capital", "/feeds/topics/cross-border-capital.atom"],
    ["/areas/japan", "/feeds/areas/japan.atom"],
    ["/data/mfh.holdings.japan", "/feeds/series/mfh.holdings.japan.atom"],
    ["/articles/did-the-world-sell-america", "/feeds/articles.atom"],
    ["/nowhere", "/feeds/articles.atom"],
  ] as const) {
    await page.goto(address);
    const first = page.locator('head link[rel="alternate"][type="application/atom+xml"]').first();
    await expect(first).toHaveAttribute("href", new RegExp(`${own.replaceAll(".", "\\.")}$`));
  }
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Feeds" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Feeds");
  const list = page.getByRole("list", { name: "Which there are" });
  const shown = await list.getByRole("definition").filter({ hasText: "http" }).allInnerTexts();
  expect(shown.length).toBeGreaterThan(15);
  for (const address of shown) await good(request, pathOf(address));
  await list.getByRole("button", { name: "Copy: Corrections, RSS 2.0" }).click();
  await expect(list.getByRole("status").filter({ hasText: /^(?:Copied|Could not)/ })).toHaveCount(
    1,
  );
  const main = readXml(await (await good(request, "/feeds/main.opml")).text());
  expect(main.name).toBe("opml");
  const areas = await (await good(request, "/feeds/areas.opml")).text();
  expect(areas).toContain("/feeds/areas/japan.atom");
  expect(areas).not.toContain("/feeds/series/");
  const all = await (await good(request, "/feeds/all.opml")).text();
  expect(all).toContain("/feeds/series/mfh.holdings.japan.atom");
});
