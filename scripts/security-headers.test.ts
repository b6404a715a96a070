import { expect, test } from "vitest";
import { framedHeaders, mayBeFramed, securityHeaders } from "./security-headers.ts";

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
