import type { ArticleOutline } from "./article-outline.ts";
import { receiptPath } from "./receipt-path.ts";
import type { Receipt } from "./receipt.ts";

/** A claim within its sentence. */
export type UsedClaim = Pick<Receipt, "path" | "verdict" | "standing" | "pinned"> & {
  /** The words claimed. */
  readonly text: string;
};

/** A sentence of an article with claims whose cells are of a series. */
export interface SeriesUse {
  readonly article: Receipt["article"];
  /** The sentence from its beginning to its end, cut at those claims. */
  readonly parts: readonly (string | UsedClaim)[];
}

/** The sentences that rest on figures of a series, by article and in the order of its text, each once. */
export function usesOf(key: string, articles: readonly ArticleOutline[]): SeriesUse[] {
  return articles.flatMap(({ slug, headline, claims, rests }) => {
    const article = { slug, title: headline };
    const positions = rests.find((rest) => rest.key === key)?.claims ?? [];
    const resting = positions.flatMap((position) => claims[position] ?? []);
    return groupBySentence(
      resting.map((claim) => ({ ...claim, article, path: receiptPath(slug, claim.id) })),
    );
  });
}

type Used = Pick<Receipt, "article" | "path" | "sentence" | "verdict" | "standing" | "pinned">;

/** The claims of one article, in the order of its text, by the sentence they stand in. */
export function groupBySentence(claims: readonly Used[]): SeriesUse[] {
  const uses: { article: Used["article"]; parts: (string | UsedClaim)[] }[] = [];
  let previous: Used | null = null;
  for (const claim of claims) {
    const { article, sentence, path, verdict, standing, pinned } = claim;
    const start = previous !== null && follows(previous, claim) ? endOf(previous) : 0;
    const cut = [
      sentence.before.slice(start),
      { text: sentence.claim, path, verdict, standing, pinned },
    ];
    // What came after the claim before is cut anew at this one.
    if (start > 0) uses.at(-1)?.parts.splice(-1, 1, ...cut, sentence.after);
    else uses.push({ article, parts: [...cut, sentence.after] });
    previous = claim;
  }
  return uses.map(({ article, parts }) => ({
    article,
    parts: parts.filter((part) => part !== ""),
  }));
}

/** Whether a claim stands in the same sentence after another. A sentence that is said again, word for word, begins anew. */
function follows(first: Used, next: Used): boolean {
  return (
    wordsOf(first.sentence) === wordsOf(next.sentence) &&
    endOf(first) <= next.sentence.before.length
  );
}

function endOf({ sentence: { before, claim } }: Used): number {
  return before.length + claim.length;
}

function wordsOf({ before, claim, after }: Receipt["sentence"]): string {
  return before + claim + after;
}
