import { statSync } from "node:fs";
import path from "node:path";
import { listSlugs } from "#lib/articles/article";
import { nearest } from "#lib/series/nearest";
import { formatProblem } from "#lib/series/problem";
import { findMissing } from "#lib/site/content";

/** The file of an article, which may be one that cannot be read; or that there is none, and what was likely meant. A folder that is none of content has none. */
export async function findArticle(
  slug: string,
  folder: string,
): Promise<
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly message: string }
> {
  const missing = findMissing(folder);
  if (missing !== null) return { ok: false, message: formatProblem(missing) };
  const articles = path.join(folder, "articles");
  const slugs = await listSlugs(articles);
  const file = path.join(articles, slug, "index.mdx");
  if (slugs.includes(slug) && isFile(file)) return { ok: true, file };
  const [near] = nearest(slug, slugs, 1);
  const hint =
    near === undefined ? `there are ${slugs.join(", ") || "none"}` : `did you mean ${near}?`;
  return { ok: false, message: `there is no article "${slug}" in ${articles}: ${hint}` };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
