import { z } from "zod";

const item = z.strictObject({
  id: z.string().min(1),
  url: z.url(),
  title: z.string(),
  summary: z.string(),
  content_html: z.string(),
  date_published: z.iso.datetime(),
  date_modified: z.iso.datetime(),
  authors: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  tags: z.array(z.string()),
});

/** What JSON Feed 1.1 asks of a document, and what ours always say besides. */
const shape = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  next_url: z.url().optional(),
  icon: z.url(),
  favicon: z.url(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string(), url: z.url() })),
  hubs: z.array(z.strictObject({ type: z.literal("WebSub"), url: z.url() })).optional(),
  items: z.array(item),
});

/** A JSON feed as a strict reader takes it, for tests. Throws a ZodError that says where it breaks a rule. */
export function readJsonFeed(json: string): z.infer<typeof shape> {
  const feed = shape.parse(JSON.parse(json));
  const ids = new Set(feed.items.map(({ id }) => id));
  if (ids.size !== feed.items.length) throw new Error("Two items have one id");
  return feed;
}
