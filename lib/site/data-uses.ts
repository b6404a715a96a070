import type { CheckedArticle } from "#lib/articles/check-article";
import type { ArticlePage } from "./article-page.ts";
import type { Receipt } from "./receipt.ts";

/** A claim of an article whose cells are of a series. */
export interface SeriesUse {
  readonly article: Receipt["article"];
  readonly path: string;
  readonly sentence: Receipt["sentence"];
  readonly verdict: Receipt["verdict"];
  readonly standing: Receipt["standing"];
  readonly pinned: boolean;
}

/** The claims that rest on figures of a series, by article and in the order of its text. */
export async function usesOf(
  key: string,
  articles: readonly CheckedArticle[],
  pageOf: (slug: string) => Promise<ArticlePage | null>,
): Promise<SeriesUse[]> {
  const lists = articles.map(async ({ article, claims }): Promise<SeriesUse[]> => {
    const resting = claims.filter(({ judgement }) =>
      judgement.evaluation.cells.some((cell) => cell.key === key),
    );
    if (resting.length === 0) return [];
    const receipts = (await pageOf(article.slug))?.receipts ?? {};
    return resting.flatMap(({ claim }): SeriesUse[] => {
      const receipt = receipts[claim.id];
      if (receipt === undefined) return [];
      const { path, sentence, verdict, standing, pinned } = receipt;
      return [{ article: receipt.article, path, sentence, verdict, standing, pinned }];
    });
  });
  return (await Promise.all(lists)).flat();
}
