import { formatProblem } from "#lib/series/problem";
import { parseArticle, type Article, type ChartHeadline } from "./article.ts";

/** The frontmatter of such an article. */
export const frontmatter = `---
id: one
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-06-18
---`;

/** The source of an article for tests. The body starts on line 14 of the file. */
export function articleWith(body: string): string {
  return `${frontmatter}\n\n# A headline\n\n<Dek>A dek.</Dek>\n\n${body}\n`;
}

/** The article of a source, without charts unless their headlines are given, and its problems as printed. */
export function readArticle(
  source: string,
  headlines: ReadonlyMap<string, ChartHeadline> = new Map(),
): { article: Article | null; problems: string[] } {
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, headlines);
  return { article, problems: problems.map(formatProblem) };
}
