import { rssFeed } from "#lib/feeds/rss";
import { listFeedItems } from "../_data/feed.ts";
import { siteUrl } from "../_data/site-url.ts";
import { answerBytes } from "../_http/answer-bytes.ts";

// A reader that asks again sends the tag of what it has, so the answer is made for the request.
export const dynamic = "force-dynamic";

/** The whole of every article, newest first. */
export async function GET(request: Request): Promise<Response> {
  const items = await listFeedItems();
  return answerBytes(request, {
    body: rssFeed(items, siteUrl()),
    headers: {
      "content-type": "application/rss+xml; charset=utf-8",
      "cache-control": "public, max-age=300",
    },
  });
}
