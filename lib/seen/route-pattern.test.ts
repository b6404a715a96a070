import { expect, test } from "vitest";
import { routesOf } from "./route-pattern.ts";

const routeAt = routesOf({
  staticRoutes: [
    ...["/", "/about", "/feed.xml", "/robots.txt", "/search/results"].map((page) => ({ page })),
  ],
  dynamicRoutes: [
    { page: "/api/[[...path]]", regex: "^/api(?:/(.+?))?(?:/)?$" },
    { page: "/articles/[slug]", regex: "^/articles/([^/]+?)(?:/)?$" },
    {
      page: "/articles/[slug]/(.)claims/[id]",
      regex: "^/articles/([^/]+?)/claims/([^/]+?)(?:/)?$",
    },
    { page: "/articles/[slug]/claims/[id]", regex: "^/articles/([^/]+?)/claims/([^/]+?)(?:/)?$" },
    { page: "/chart-files/[file]", regex: "^/chart\\-files/([^/]+?)(?:/)?$" },
    { page: "/charts/[id]", regex: "^/charts/([^/]+?)(?:/)?$" },
    { page: "/feeds/[...path]", regex: "^/feeds/(.+?)(?:/)?$" },
  ],
});

test.each([
  ["/", "/", "page"],
  ["/about", "/about", "page"],
  ["/articles/a-thing", "/articles/[slug]", "page"],
  ["/articles/a-thing/claims/x1", "/articles/[slug]/claims/[id]", "page"],
  ["/api", "/api/[[...path]]", "api"],
  ["/api/series/mfh.holdings.japan", "/api/[[...path]]", "api"],
  ["/feed.xml", "/feed.xml", "feed"],
  ["/feeds/topics/a.atom", "/feeds/[...path]", "feed"],
  ["/charts/three-holders", "/charts/[id]", "page"],
  ["/charts/three-holders.png", "/chart-files/[file]", "file"],
  ["/search/results", "/search/results", "file"],
  ["/_next/static/chunks/0a.js", "/_next/static", "static"],
  ["/readyz", "/readyz", "own"],
  ["/wp-login.php", "other", "other"],
  [`/articles/${"x".repeat(600)}`, "other", "other"],
])("%s is counted as %s among %s", (path, pattern, group) => {
  expect(routeAt(path)).toEqual({ pattern, group });
});

test("a list of another form is refused, and not read as empty", () => {
  expect(() => routesOf({ routes: [] })).toThrow();
});
