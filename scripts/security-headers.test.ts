import { expect, test } from "vitest";
import {
  constantHeaders,
  constantNames,
  framedHeaders,
  headersAt,
  mayBeFramed,
  securityHeaders,
} from "./security-headers.ts";

test.each([
  "/embed/three-holders",
  "/embed/three-holders?asOf=2026-06-18",
  "/embed/mfh.holdings.japan",
])("a chart may be framed: %s", (url) => expect(mayBeFramed(url)).toBe(true));

test.each([
  "/",
  "/embed",
  "/embed/",
  "/embed/../articles/x",
  "/embed/three-holders/articles",
  "/embed/%2e%2e/about",
  "/EMBED/three-holders",
  "/about?/embed/three-holders",
  "/articles/x#/embed/y",
  undefined,
])("nothing else may: %s", (url) => expect(mayBeFramed(url)).toBe(false));

test("a frame loses what forbids framing, and nothing else", () => {
  const lost = [...securityHeaders.keys()].filter((name) => !framedHeaders.has(name));
  expect(lost).toEqual(["X-Frame-Options"]);
  const policy = framedHeaders.get("Content-Security-Policy");
  expect(policy).toContain("frame-ancestors *");
  expect(policy?.replace("frame-ancestors *", "frame-ancestors 'none'")).toBe(
    securityHeaders.get("Content-Security-Policy"),
  );
});

test.each(["/", "/articles/x", "/check", "/desk?x=a.b", "/preview/x", "/apiary", undefined])(
  "other sites do not load a page: %s",
  (url) => expect(headersAt(url).get("Cross-Origin-Resource-Policy")).toBe("same-origin"),
);

test.each([
  ...[
    "/charts/three-holders.png",
    "/charts/x.svg?asOf=2026-06-18",
    "/cards/article/x.png",
    "/feed.xml",
  ],
  ...[
    "/feeds/articles.rss",
    "/api/areas",
    "/embed/three-holders",
    "/oembed?url=x",
    "/_next/static/a.css",
  ],
])("but what they may show or read: %s", (url) => {
  expect(headersAt(url).get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
});

test("a site published over https says so, and no other", () => {
  const name = "Strict-Transport-Security";
  expect(headersAt("/", "https://tickmark.example").get(name)).toBe("max-age=31536000");
  expect(headersAt("/", "http://localhost:3000").has(name)).toBe(false);
  expect(headersAt("/").has(name)).toBe(false);
});

test.each(["/", "/embed/three-holders", "/data.csv"])(
  "all that %s carries has a known name",
  (url) => {
    const headers = new Map(constantHeaders(url, "https://tickmark.example"));
    for (const name of headers.keys()) expect(constantNames).toContain(name.toLowerCase());
    expect(headers.has("X-Frame-Options")).toBe(!url.startsWith("/embed/"));
    expect(headers.get("Strict-Transport-Security")).toBeDefined();
  },
);
