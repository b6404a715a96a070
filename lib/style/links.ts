import { visit } from "unist-util-visit";
import type { Article } from "#lib/articles/article";
import { nearest } from "#lib/series/nearest";
import type { Place } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { articleIn, dead, findDead, type DeadAddress, type SiteAddresses } from "./addresses.ts";
import type { PlacedFinding } from "./placed-finding.ts";

/** A link within the site. */
export interface SiteLink {
  readonly url: string;
  readonly at: Place;
}

/** Links of an article to places of the site that are not there. Those to articles are judged by who knows them all. */
export async function findLinks(
  article: Pick<Article, "tree" | "file" | "contents" | "frontmatter">,
  addresses: SiteAddresses,
  reader: SeriesReader,
): Promise<PlacedFinding[]> {
  const found: PlacedFinding[] = [];
  for (const { url, at } of siteLinks(article)) {
    if (articleIn(url) !== null) continue;
    const trouble = url.startsWith("#")
      ? findDeadAnchor(url.slice(1), article)
      : await findDead(url, addresses, reader);
    if (trouble !== null) found.push({ rule: "style-link", words: url, ...trouble, at });
  }
  return found;
}

/** Links within the site, in the order of the text. */
export function siteLinks({ tree, file }: Pick<Article, "tree" | "file">): SiteLink[] {
  const links: SiteLink[] = [];
  visit(tree, (node) => {
    if (node.type !== "link" && node.type !== "definition") return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (/^[#/]/u.test(node.url)) links.push({ url: node.url, at: { file, line, column } });
  });
  return links;
}

function findDeadAnchor(
  anchor: string,
  { contents, frontmatter }: Pick<Article, "contents" | "frontmatter">,
): DeadAddress | null {
  const ids = contents.map(({ id }) => id);
  const known = [...ids, "sources", ...frontmatter.sources.map(({ id }) => `source-${id}`)];
  return known.includes(anchor) ? null : noHeading(anchor, ids, "#");
}

/** A heading that is not there, with the one that is most like it. */
export function noHeading(anchor: string, ids: readonly string[], start: string): DeadAddress {
  const [likely] = nearest(anchor, ids, 1);
  return dead(
    `no heading that begins with ## has the address "#${anchor}"`,
    likely === undefined ? null : start + likely,
  );
}
