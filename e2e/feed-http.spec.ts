import { expect, test, type APIRequestContext, type APIResponse } from "./test.ts";

async function good(request: APIRequestContext, address: string): Promise<APIResponse> {
  const response = await request.get(address);
  expect(response.status(), address).toBe(200);
  return response;
}

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
        // While the day of a change lasts, its time is now: a reader who asks by time alone gets it again. So it may be after a start.
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
    "/feeds/articles%2Erss",
    "/Feed.xml",
  ]) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), address).toBe(308);
    expect(response.headers()["access-control-allow-origin"], address).toBe("*");
    const before = await request.fetch(address, { method: "OPTIONS", maxRedirects: 0 });
    expect(before.status(), address).toBe(204);
    expect((await request.get(address)).status(), address).toBe(200);
  }
});
