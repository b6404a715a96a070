import "server-only";
import { getArticle, listArticles } from "./article.ts";

/** The address of every receipt, for the pages made ahead. */
export async function listClaims(): Promise<{ slug: string; id: string }[]> {
  const articles = await listArticles();
  const pages = await Promise.all(articles.map(({ slug }) => getArticle(slug)));
  return pages.flatMap((page) =>
    page === null ? [] : Object.keys(page.receipts).map((id) => ({ slug: page.slug, id })),
  );
}
