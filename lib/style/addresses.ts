import { nearest } from "#lib/series/nearest";
import type { SeriesReader } from "#lib/series/reader";

/** What addresses of the site can name besides articles and series; null for what could not be read. */
export interface SiteAddresses {
  readonly terms: readonly string[] | null;
  readonly charts: readonly string[];
  readonly topics: readonly string[] | null;
  readonly areas: readonly string[];
  readonly releases: readonly string[];
}

/** Why an address leads nowhere, and where it may have been meant to lead. */
export interface DeadAddress {
  readonly message: string;
  readonly fix: string;
}

/** Pages of one address each; a test holds them against the folders of `app`. */
export const sitePages: readonly string[] = [
  "/",
  "/about",
  "/areas",
  "/charts",
  "/check",
  "/corrections",
  "/data",
  "/desk",
  "/developers",
  "/developers/components",
  "/feed.xml",
  "/feeds",
  "/glossary",
  "/releases",
  "/search",
  "/topics",
];

/** Addresses below these are for programs, and answer for themselves. */
const programs = ["/api/", "/embed/", "/feeds/", "/oembed"];

/** The same, of pages that `app/articles` has for each article. */
const articlePage =
  /^\/articles\/(?<slug>[^/]+)(?:\/(?:history|ledger|now|claims\.json|claims\.csv|evidence\.zip|claims\/[^/]+))?$/u;

/** The article that an address of the site is of, and the place in it; null for another page. */
export function articleIn(url: string): { slug: string; anchor: string | null } | null {
  const [address = "", anchor] = url.split("#");
  const slug = articlePage.exec(withoutQuery(address))?.groups?.["slug"];
  return slug === undefined ? null : { slug, anchor: anchor ?? null };
}

/** What is wrong with an address of the site that is of no article; null where it leads somewhere. */
export async function findDead(
  url: string,
  { terms, charts, topics, areas, releases }: SiteAddresses,
  reader: SeriesReader,
): Promise<DeadAddress | null> {
  const [address = "", anchor = ""] = url.split("#");
  const page = withoutQuery(address);
  if (programs.some((start) => page.startsWith(start))) return null;
  if (page === "/glossary" && anchor !== "")
    return unlessKnown("term", anchor, "/glossary#", terms);
  if (sitePages.includes(page)) return null;
  const { kind = "", name = "" } = /^\/(?<kind>[^/]+)\/(?<name>[^/]+)/u.exec(page)?.groups ?? {};
  switch (kind) {
    case "data": {
      const key = decoded(name);
      if ((await reader.describe(key)) !== null) return null;
      const [likely] = await reader.nearestKeys(key, 1);
      return dead(`no series is called "${key}"`, likely === undefined ? null : `/data/${likely}`);
    }
    case "charts":
      return unlessKnown("chart", name.replace(/\.(?:csv|png|svg|json)$/u, ""), "/charts/", charts);
    case "topics":
      return unlessKnown("topic", name, "/topics/", topics);
    case "areas":
      return unlessKnown("area", name, "/areas/", areas);
    case "releases":
      return unlessKnown("release", name, "/releases/", releases);
    default: {
      const [likely] = nearest(page, sitePages, 1);
      return dead(`the site has no page "${page}"`, likely ?? null);
    }
  }
}

function unlessKnown(
  noun: string,
  name: string,
  start: string,
  names: readonly string[] | null,
): DeadAddress | null {
  if (names === null || names.includes(name)) return null;
  const [likely] = nearest(name, names, 1);
  return dead(`no ${noun} is called "${name}"`, likely === undefined ? null : start + likely);
}

/** The same as found by others. */
export function dead(why: string, likely: string | null): DeadAddress {
  const fix = likely === null ? "correct the address, or take the link away" : `write ${likely}`;
  return { message: `the link leads nowhere: ${why}`, fix };
}

function withoutQuery(address: string): string {
  const page = address.replace(/\?.*$/u, "");
  return page === "/" ? page : page.replace(/\/$/u, "");
}

/** An address that cannot be decoded names nothing as it stands. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
