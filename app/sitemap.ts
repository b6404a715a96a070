import type { MetadataRoute } from "next";
import { listArticles } from "./_data/article.ts";
import { getHome } from "./_data/home.ts";
import { absoluteUrl } from "./_data/site-url.ts";
import { getSite } from "./_data/site.ts";
import { getTopics } from "./_data/topic.ts";

/** An article comes without a build. */
export const dynamic = "force-dynamic";

/** Every page with the day its content last changed, taken from the data and never from the clock. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [{ edition }, articles, topics] = await Promise.all([
    getHome(),
    listArticles(),
    getTopics(),
  ]);
  const site = await getSite();
  return [
    { url: absoluteUrl("/"), lastModified: edition },
    { url: absoluteUrl("/about") },
    { url: absoluteUrl("/check") },
    { url: absoluteUrl("/corrections") },
    { url: absoluteUrl("/desk") },
    { url: absoluteUrl("/feeds") },
    { url: absoluteUrl("/developers") },
    { url: absoluteUrl("/glossary") },
    { url: absoluteUrl("/status") },
    { url: absoluteUrl("/topics") },
    ...topics.map(({ slug }) => ({ url: absoluteUrl(`/topics/${slug}`) })),
    ...articles.flatMap(({ slug, updated }) => {
      const own = ["", "/ledger", "/history", ...site.claimIds(slug).map((id) => `/claims/${id}`)];
      return own.map((page) => ({
        url: absoluteUrl(`/articles/${slug}${page}`),
        lastModified: updated,
      }));
    }),
  ];
}
