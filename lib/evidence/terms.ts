import { formatDay } from "#lib/series/format";
import { quotedTitle } from "#lib/series/quoted-title";
import type { Ledger } from "./ledger.ts";

/** Whose the figures are, and whose the words. */
export const licence =
  "Figures: U.S. Department of the Treasury, works of the U.S. government in the public domain. Text: Tickmark.";

/** How to cite the claims of an article, in one line. */
export function citeLedger({ article, newest }: Ledger, origin: string): string {
  const title = quotedTitle(`${article.headline}.`);
  const since =
    newest === article.asOf ? "" : `, and as they stand in that of ${formatDay(newest)}`;
  return `Tickmark, ${title} ${formatDay(article.updated)}. Claims as of the vintage of ${formatDay(article.asOf)}${since}. ${articleAddress(article.slug, origin)}`;
}

/** "Evidence for “…”" */
export function titleOf({ article }: Pick<Ledger, "article">): string {
  return `Evidence for ${quotedTitle(article.headline)}`;
}

export function articleAddress(slug: string, origin: string): string {
  return `${origin}/articles/${slug}`;
}
