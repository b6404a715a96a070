import { expect, test, vi } from "vitest";
import { openToAll } from "../app/_http/api-response.ts";
import { refusalOf } from "./door.ts";

const actions = new Set(["40ab"]);
const call = {
  "next-action": "40ab",
  "content-type": "text/plain;charset=UTF-8",
  "content-length": "120",
  host: "tickmark.example",
  origin: "https://tickmark.example",
};

function statusOf(method: string, url = "/", headers = {}): number | undefined {
  return refusalOf({ method, url, headers }, actions)?.status;
}

test.each(["GET", "HEAD", "OPTIONS"])("%s comes in", (method) => {
  expect(statusOf(method)).toBeUndefined();
});

test.each(["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])(
  "%s on a page is refused, and told what is allowed",
  (method) => {
    const refused = refusalOf({ method, url: "/", headers: {} }, actions);
    expect(refused?.status).toBe(405);
    expect(refused?.headers).toEqual({ Allow: "GET, HEAD, OPTIONS" });
  },
);

test.each([
  "/data?__proto__=1",
  "/api/areas?x=1&__proto__=1",
  "/data?%5F_proto__",
  "/?a=?&__proto__=",
])("a parameter that Next would lose is refused: %s", (url) =>
  expect(statusOf("GET", url)).toBe(400),
);

test.each(["/data?constructor=1", "/data?search=__proto__", "/data/__proto__"])(
  "an address that Next hands on whole comes in: %s",
  (url) => expect(statusOf("GET", url)).toBeUndefined(),
);

test.each(["/_next/image", "/_next/image?url=%2Fa.png&w=640&q=75", "/_next/image/"])(
  "nobody scales pictures: %s",
  (url) => expect(statusOf("GET", url)).toBe(404),
);

test("a call as the pages make it comes in, through a proxy too, and from a program without an origin", () => {
  expect(statusOf("POST", "/", call)).toBeUndefined();
  const proxied = { ...call, host: "127.0.0.1:3000", "x-forwarded-host": "tickmark.example" };
  expect(statusOf("POST", "/", proxied)).toBeUndefined();
  expect(statusOf("POST", "/", { ...call, origin: undefined })).toBeUndefined();
});

test("the name of SITE_URL is ours, by whatever name a proxy asks", () => {
  vi.stubEnv("SITE_URL", "https://tickmark.example");
  expect(statusOf("POST", "/", { ...call, host: "10.0.0.4:3000" })).toBeUndefined();
  vi.stubEnv("SITE_URL", "https://other.example");
  expect(statusOf("POST", "/", { ...call, host: "10.0.0.4:3000" })).toBe(403);
  vi.unstubAllEnvs();
});

test.each([
  [404, { "next-action": "ffff" }],
  [403, { origin: "https://elsewhere.example" }],
  [403, { origin: "https://tickmark.example.elsewhere.example" }],
  [403, { origin: "https://tickmark.example:8443" }],
  [403, { origin: "null" }],
  [403, { origin: "" }],
  [403, { "sec-fetch-site": "cross-site", origin: undefined }],
  [403, { "sec-fetch-site": "same-site", origin: undefined }],
  [415, { "content-type": "multipart/form-data; boundary=x" }],
  [415, { "content-type": undefined }],
  [411, { "content-length": undefined }],
  [413, { "content-length": "2049" }],
])("any other call is refused with %i", (status, headers) => {
  expect(statusOf("POST", "/", { ...call, ...headers })).toBe(status);
});

const posted = {
  "content-type": "multipart/form-data; boundary=x",
  "content-length": "60000",
  host: "tickmark.example",
  origin: "https://tickmark.example",
};

test("the form of a page comes in at its own address, by itself and through React", () => {
  expect(statusOf("POST", "/check", posted)).toBeUndefined();
  expect(statusOf("POST", "/check?sample=1", posted)).toBeUndefined();
  expect(statusOf("POST", "/check", { ...posted, "next-action": "40ab" })).toBeUndefined();
  expect(statusOf("POST", "/about", posted)).toBe(405);
});

test.each([
  [404, { "next-action": "ffff" }],
  [403, { origin: "https://elsewhere.example" }],
  [403, { origin: "null" }],
  [415, { "content-type": "application/x-www-form-urlencoded" }],
  [415, { "content-type": "multipart/form-database" }],
  [411, { "content-length": undefined }],
  [413, { "content-length": "10000000" }],
])("any other form is refused with %i", (status, headers) => {
  expect(statusOf("POST", "/check", { ...posted, ...headers })).toBe(status);
});

test("who posts too much is told what to do", () => {
  const headers = { ...posted, "content-length": "10000000" };
  const refused = refusalOf({ method: "POST", url: "/check", headers }, actions);
  expect(refused?.text).toMatch(/at most 20,000 characters.*part by part/);
});

const elsewhere = ["/FEEDS/Articles%2ERSS?archive=2", "/feeds/articles.rss/?archive=2"];

test.each(["GET", "HEAD"])(
  "%s of a feed in capitals, escapes or slashes is led to the feed, on any site",
  (method) => {
    for (const url of elsewhere) {
      const refused = refusalOf({ method, url, headers: {} }, actions);
      expect(refused?.status).toBe(308);
      expect(refused?.headers).toEqual({ ...openToAll, location: "/feeds/articles.rss?archive=2" });
    }
    const first = refusalOf({ method, url: "/Feed.xml", headers: {} }, actions);
    expect(first?.headers).toEqual({ ...openToAll, location: "/feed.xml" });
  },
);

test.each(["GET", "OPTIONS"])("%s of the page of feeds in capitals is led to a page", (method) => {
  const refused = refusalOf({ method, url: "/Feeds/", headers: {} }, actions);
  expect(refused?.status).toBe(308);
  expect(refused?.headers).toEqual({ location: "/feeds" });
});

test("a browser that asks first is let through to the feed, which no redirect may answer", () => {
  for (const url of elsewhere) {
    const asked = { method: "OPTIONS", url, headers: {} };
    expect(refusalOf(asked, actions)).toBeUndefined();
    expect(asked.url).toBe("/feeds/articles.rss?archive=2");
  }
});
