import { z } from "zod";

const manifest = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** Where a request went: the pattern of a route, and the family that such routes are timed in. Both are of short, fixed lists. */
export interface Route {
  readonly pattern: string;
  readonly group: RouteGroup;
}

export type RouteGroup = "page" | "feed" | "api" | "file" | "static" | "own" | "other";

/** What a server answers itself, before Next. */
const own = new Set(["/healthz", "/readyz", "/metrics"]);

/** Files that are made on request and are no pages. */
const files =
  /\.(?:csv|json|zip|png|svg|css|xml|txt|webmanifest)$|^\/(?:chart-files|cards|embed|oembed|search\/results)\b/;

/** A chart's files stand beside its page (next.config.mjs). */
const chartFile = /^\/charts\/[^/]+\.(?:csv|png|svg|json)$/;

/** Finds the route of a path, without its query, by the routes of a build (`routes-manifest.json`). */
export function routesOf(listed: unknown): (path: string) => Route {
  const { staticRoutes, dynamicRoutes } = manifest.parse(listed);
  const fixed = new Map(staticRoutes.map(({ page }) => [page, routeOf(page)]));
  const open = dynamicRoutes
    .filter(({ page }) => !page.includes("(."))
    .map(({ page, regex }) => ({ matches: new RegExp(regex), route: routeOf(page) }));
  const chartFiles = routeOf("/chart-files/[file]");
  return (path) => {
    if (path.startsWith("/_next/static/")) return { pattern: "/_next/static", group: "static" };
    const found = fixed.get(path);
    if (found) return found;
    if (own.has(path)) return { pattern: path, group: "own" };
    if (path.length > 500) return unknownRoute;
    if (chartFile.test(path)) return chartFiles;
    return open.find(({ matches }) => matches.test(path))?.route ?? unknownRoute;
  };
}

/** What is nobody's: addresses that strangers try, and mistyped ones. They are counted together, and none of them is written down. */
export const unknownRoute: Route = { pattern: "other", group: "other" };

function routeOf(pattern: string): Route {
  return { pattern, group: groupOf(pattern) };
}

function groupOf(pattern: string): RouteGroup {
  if (pattern.startsWith("/api")) return "api";
  if (/^\/feeds?[./]/.test(pattern)) return "feed";
  return files.test(pattern) ? "file" : "page";
}
