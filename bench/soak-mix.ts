import { chartCall } from "./chart-call.ts";
import type { Ask } from "./question.ts";

const article = "/articles/did-the-world-sell-america";
/** Of ten readers, seven read pages. The lists are asked in turns. */
const pages = [article, "/", "/data", article, "/areas/japan", article, "/releases"];
const feeds = ["/feeds/articles.atom", "/feed.xml", "/feeds/everything.json"];
const programs = ["/api/series/mfh.holdings.japan.json", "/charts/three-holders.csv"];

/** A day of a site in short: readers, feed readers that have what they ask for, a chart's figures as of another day, and programs. */
export async function soakMix(site: string, build: string): Promise<Ask[]> {
  const headers = { "accept-encoding": "gzip, deflate, br, zstd" };
  const reads = pages.map((path): Ask => ({ url: site + path, headers }));
  const polls = await Promise.all(
    feeds.map(async (path): Promise<Ask> => {
      const answer = await fetch(site + path, { headers: { "accept-encoding": "identity" } });
      await answer.arrayBuffer();
      const tag = answer.headers.get("etag");
      if (tag === null) throw new Error(`${path} has no entity tag`);
      return { url: site + path, headers: { "if-none-match": tag } };
    }),
  );
  const asks = programs.map((path): Ask => ({ url: site + path }));
  return [...reads, ...polls, chartCall(site, build), ...asks];
}
