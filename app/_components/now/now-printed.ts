import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "#lib/site/article-page";
import type { NowPage } from "#lib/site/now-page";

/** The page whose notes on paper tell both values of each claim that has two. */
export function nowPrinted({ page, claims, newest }: NowPage): ArticlePage {
  const vintage = `the vintage of ${formatDay(newest)}`;
  const changed = new Map(
    claims
      .filter(({ outcome }) => outcome !== "same" && outcome !== "pinned")
      .map(({ id, outcome, then, now }) => [
        id,
        outcome === "unanswered"
          ? `${then}; nothing in ${vintage}`
          : `${then}; ${now} in ${vintage}`,
      ]),
  );
  return {
    ...page,
    receipts: Object.fromEntries(
      Object.entries(page.receipts).map(([id, receipt]) => [
        id,
        { ...receipt, computed: changed.get(id) ?? receipt.computed },
      ]),
    ),
  };
}
