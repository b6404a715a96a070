import type { CheckedClaim } from "#lib/articles/check-claim";
import type { CheckedArticle } from "#lib/articles/check-article";
import { computedOf, readClaimAt } from "#lib/articles/read-claim-at";
import { keysIn } from "#lib/expressions/catalogue";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import type { PreviewClaim } from "./preview-page.ts";

/** Every claim of an article, and what it would come to at another vintage where one is named. */
export function listClaims(
  { article, claims }: CheckedArticle,
  problems: ReadonlyMap<number, string>,
  at: VintageDate | null,
  reader: SeriesReader,
): Promise<PreviewClaim[]> {
  const decided = new Map(claims.map((checked) => [checked.claim.id, checked]));
  return Promise.all(
    article.claims.map(async (claim): Promise<PreviewClaim> => {
      const checked = decided.get(claim.id);
      return {
        id: claim.id,
        words: claim.text,
        expression: claim.expression,
        isStatement: claim.form === "statement",
        asOf: checked?.asOf ?? claim.asOf ?? article.frontmatter.asOf,
        isPinned: checked?.isPinned ?? claim.asOf !== null,
        verdict: checked?.verdict ?? "undecided",
        computed: checked ? computedOf(checked.parts) : null,
        other: checked && at !== null ? await readOther(checked, at, reader) : null,
        problems: [...problems].flatMap(([number, id]) => (id === claim.id ? [number] : [])),
      };
    }),
  );
}

async function readOther(checked: CheckedClaim, at: VintageDate, reader: SeriesReader) {
  if (checked.isPinned) return null;
  const { standing, computed } = await readClaimAt(checked, reader, at);
  return { standing, computed };
}

/** The days of the vintages of all that an article reads, newest first; of every release where nothing could be read. */
export function vintagesRead(
  claims: readonly CheckedClaim[],
  held: readonly Vintage[],
): VintageDate[] {
  const keys = claims.flatMap(({ parts }) => parts.flatMap(({ tree }) => keysIn(tree)));
  const releases = new Set(keys.map(({ key }) => key.slice(0, key.indexOf("."))));
  const own = held.filter(({ release }) => releases.size === 0 || releases.has(release));
  return [...new Set(own.map(({ date }) => date))].sort().reverse();
}
