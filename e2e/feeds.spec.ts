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
  test.setTimeout(90_000);
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
  // Receipts of claims, and series, are many and alike.
  const alike = /\/claims\/|^\/data\//;
  const tried = [...addresses].filter((one, index) => !alike.test(one) || index % 12 === 0);
  expect(tried.length).toBeGreaterThan(40);
  for (const address of tried) {
    const response = await good(request, address);
    if (!address.includes(".png")) continue;
    expect(response.headers()["content-type"]).toBe("image/png");
    expect(response.headers()["cache-control"]).toContain("immutable");
  }
});

/** How programs ask again, as they are known to: what they have of the tag and the day of the last answer. */
const habits: readonly (readonly [name: string, agent: string, ask: (known: Known) => Headers])[] =
  [
    ["NetNewsWire", "NetNewsWire (RSS Reader; https://netnewswire.com/)", both],
    ["FreshRSS", "FreshRSS/1.27.1 (Linux; https://freshrss.org)", both],
    ["Miniflux", "Mozilla/5.0 (compatible; Miniflux/2.2.14; +https://miniflux.app)", both],
    ["Feedly", "Feedly/1.0 (+https://feedly.com/poller.html; 12 subscribers)", both],
    [
      "Thunderbird",
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0",
      day,
    ],
    ["curl -z", "curl/8.14.1", day],
    [
      "one that keeps the tag alone",
      "feedparser/6.0.11",
      ({ etag }) => ({ "if-none-match": etag }),
    ],
    ["one behind a proxy that weakens tags", "x", ({ etag }) => ({ "if-none-match": `W/${etag}` })],
    ["one of several tags", "x", ({ etag }) => ({ "if-none-match": `"other", ${etag}` })],
    ["one that has anything", "x", () => ({ "if-none-match": "*" })],
    [
      "one whose clock is wrong",
      "x",
      ({ etag }) => ({
        "if-none-match": etag,
        "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT",
      }),
    ],
    ["one that wants a part", "x", ({ etag }) => ({ "if-none-match": etag, range: "bytes=0-99" })],
  ];

interface Known {
  readonly etag: string;
  readonly modified: string;
}

type Headers = Record<string, string>;

function both({ etag, modified }: Known): Headers {
  return { "if-none-match": etag, "if-modified-since": modified };
}

function day({ modified }: Known): Headers {
  return { "if-modified-since": modified };
}

test("readers that ask again in their own ways are told that nothing is new, without a body", async ({
  request,
}) => {
  for (const address of ["/feed.xml", "/feeds/releases.atom", "/feeds/articles.json"]) {
    for (const encoding of ["gzip, deflate, br", "identity"]) {
      for (const [name, agent, ask] of habits) {
        const own = { "user-agent": agent, "accept-encoding": encoding };
        const first = await request.get(address, { headers: own });
        const { etag = "", "last-modified": modified = "" } = first.headers();
        expect(etag).toMatch(/^"[\w-]+"$/);
        expect(new Date(modified).getTime()).toBeLessThanOrEqual(Date.now());
        // While the day of a change lasts, its time is now: a reader who asks by time alone gets it again.
        const isOver = Date.now() - new Date(modified).getTime() > 60_000;
        if (ask === day && !isOver) continue;
        const again = await request.get(address, {
          headers: { ...own, ...ask({ etag, modified }) },
        });
        expect(again.status(), `${name}, ${address}`).toBe(304);
        expect(await again.body()).toHaveLength(0);
      }
    }
  }
});

test("whoever has something else, or asks what cannot be read, is sent the whole", async ({
  request,
}) => {
  const later = new Date(Date.now() + 86_400_000).toUTCString();
  const unknown: Headers[] = [
    { "if-none-match": '"another"', "if-modified-since": later },
    { "if-none-match": "nonsense" },
    { "if-none-match": '"'.repeat(2000) },
    { "if-modified-since": "nonsense" },
    { "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT" },
    { range: "bytes=0-99" },
    { range: "bytes=99999999-" },
  ];
  for (const headers of unknown) {
    const response = await request.get("/feeds/articles.atom", { headers });
    expect(response.status(), JSON.stringify(headers)).toBe(200);
  }
});

test("HEAD says what GET says, and feeds are sent compressed", async ({ request }) => {
  for (const address of ["/feed.xml", "/feeds/everything.json", "/feeds/all.opml"]) {
    const [get, head] = [await good(request, address), await request.head(address)];
    expect(head.status()).toBe(200);
    for (const name of ["content-type", "content-length", "etag", "cache-control", "vary"]) {
      expect(head.headers()[name], `${name} of ${address}`).toBe(get.headers()[name]);
    }
    for (const encoding of ["gzip", "br"]) {
      const sent = await request.get(address, { headers: { "accept-encoding": encoding } });
      expect(sent.headers()["content-encoding"]).toBe(encoding);
    }
  }
});

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

test("what is not there is said shortly, and a name in capitals is led to the feed", async ({
  request,
}) => {
  const missing = [
    "/feeds/nothing.rss",
    "/feeds/articles.xml",
    "/feeds/articles",
    "/feeds/topics/nothing.atom",
    "/feeds/areas/atlantis.json",
    "/feeds/series/mfh.holdings.atlantis.rss",
    "/feeds/series/__proto__.rss",
    "/feeds/areas/..%2f..%2fetc%2fpasswd.rss",
    "/feeds/articles.rss?archive=0",
    "/feeds/articles.rss?archive=1e3",
    "/feeds/releases.rss?archive=999999",
    "/feeds/releases.rss?archive=1&archive=2",
  ];
  for (const address of missing) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(404);
    expect((await response.text()).length, address).toBeLessThan(200);
  }
  for (const address of [
    "/feeds/Articles.RSS",
    "/feeds/Areas/Japan.Atom",
    "/feeds/articles.rss/",
  ]) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), address).toBe(308);
    expect((await request.get(address)).status(), address).toBe(200);
  }
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
  const links = await page
    .getByRole("table")
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(links.length).toBeGreaterThan(15);
  for (const address of links) await good(request, address);
  const main = readXml(await (await good(request, "/feeds/main.opml")).text());
  expect(main.name).toBe("opml");
  const all = await (await good(request, "/feeds/all.opml")).text();
  expect(all).toContain("/feeds/series/mfh.holdings.japan.atom");
});

test("two documents made at different times are the same bytes", async ({ request }) => {
  for (const format of Object.keys(mediaTypes)) {
    const address = `/feeds/articles.${format}`;
    const [one, other] = [await good(request, address), await good(request, `${address}?again`)];
    expect(await other.text()).toBe(await one.text());
  }
});
