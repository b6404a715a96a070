import path from "node:path";
import { parseArticle } from "#lib/articles/article";
import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import { formatProblem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticleOutline } from "./article-outline.ts";

/**
 * An article whole, from the text and the headlines of charts that the gate accepted, and not from what its files hold by now. Its
 * claims are decided again, since pages show what they rest on; the words around them need not be read. Throws when anything is
 * wrong with it: then it is not what was accepted, or over another store, and nobody shall see it.
 */
export async function readAccepted(
  { slug, charts }: Pick<ArticleOutline, "slug" | "charts">,
  { bytes, folder }: { readonly bytes: Buffer; readonly folder: string },
  reader: SeriesReader,
): Promise<CheckedArticle> {
  const file = path.join(folder, "articles", slug, "index.mdx");
  const headlines = new Map(charts.map(({ id, text, at }) => [id, { text, at }]));
  const { article, problems } = parseArticle(bytes.toString("utf8"), { slug, file }, headlines);
  const checked = article === null ? null : await checkArticle(article, reader, null);
  const wrong = [...problems, ...(checked?.problems ?? [])];
  if (checked === null || wrong.length > 0)
    throw new Error(`${file} is not what was accepted:\n${wrong.map(formatProblem).join("\n")}`);
  return checked;
}
