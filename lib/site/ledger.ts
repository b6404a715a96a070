import { acceptedBy } from "#lib/evidence/accepted";
import { numberedText } from "#lib/evidence/article-text";
import type { Ledger, LedgerCell, LedgerClaim, LedgerPart } from "#lib/evidence/ledger";
import { lower } from "#lib/evidence/lower";
import { cellName } from "#lib/evidence/step";
import type { CheckedArticle } from "#lib/articles/check-article";
import type { CheckedClaim } from "#lib/articles/check-claim";
import { describeInWords } from "#lib/expressions/words";
import type { Cell } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticlePage } from "./article-page.ts";
import { describeAll, toReceiptCell, vintagesOf } from "./receipt-cells.ts";
import type { Receipt } from "./receipt.ts";

/** The ledger of an article that has a page: its claims in the order of the text, and all that they rest on. */
export async function buildLedger(
  { article, claims }: CheckedArticle,
  page: ArticlePage,
  reader: SeriesReader,
): Promise<Ledger> {
  const { text, claimIds } = numberedText(article);
  const checked = new Map(claims.map((each) => [each.claim.id, each]));
  const entries = claimIds.flatMap((id) => {
    const [one, receipt] = [checked.get(id), page.receipts[id]];
    return one && receipt ? [{ one, receipt }] : [];
  });
  if (entries.length !== claims.length) {
    throw new Error(`${article.slug} has ${claims.length} claims, its text ${entries.length}`);
  }
  const { slug, headline, dek, byline, published, updated, asOf, latest } = page;
  const told: LedgerClaim[] = [];
  // One after the other: a hundred claims at once would take every connection of the store from its readers.
  for (const [index, { one, receipt }] of entries.entries()) {
    told.push(await ledgerClaim(index + 1, one, receipt, reader));
  }
  return {
    article: { slug, headline, dek, byline, published, updated, asOf },
    newest: latest,
    claims: told,
    cells: await ledgerCells(claims, reader),
    sources: ledgerSources(Object.values(page.receipts)),
    text,
  };
}

async function ledgerClaim(
  number: number,
  checked: CheckedClaim,
  receipt: Receipt,
  reader: SeriesReader,
): Promise<LedgerClaim> {
  const { id, path, expression, words, computed, interval, asOf, pinned, verdict } = receipt;
  const { before, claim, after } = receipt.sentence;
  return {
    number,
    id,
    path,
    words: claim,
    sentence: `${before}${claim}${after}`.replaceAll(/\s+/g, " ").trim(),
    expression,
    computation: words,
    computed,
    interval,
    asOf,
    pinned,
    verdict,
    standing: receipt.standing,
    computedNow: pinned ? computed : (receipt.later.at(-1)?.computed ?? computed),
    cellCount: checked.cells.length,
    quotedFrom: receipt.quotedFrom?.publisher ?? null,
    parts: await Promise.all(
      checked.parts.map(async ({ tree, saying, judgement }): Promise<LedgerPart> => {
        return {
          said: saying?.text ?? claim,
          computation: await describeInWords(tree, reader),
          value: judgement.evaluation.value,
          accepts: acceptedBy(saying, judgement.evaluation),
          steps: await lower(tree, reader, asOf),
        };
      }),
    ),
  };
}

/** Each cell once, by series, period and vintage. */
async function ledgerCells(
  claims: readonly CheckedClaim[],
  reader: SeriesReader,
): Promise<LedgerCell[]> {
  const cells = [
    ...new Map<string, Cell>(
      claims.flatMap((claim) => claim.cells).map((cell) => [cellName(cell), cell]),
    ),
  ].sort(([one], [other]) => (one < other ? -1 : 1));
  const all = cells.map(([, cell]) => cell);
  const series = await describeAll(all, reader);
  const vintages = await vintagesOf(series, reader);
  return all.map((cell) => {
    const { value, ...place } = toReceiptCell(cell, series, vintages);
    const multiplier = series.get(cell.key)?.multiplier;
    if (value === null || multiplier === undefined)
      throw new Error(`A claim rests on ${cellName(cell)}, which has no value`);
    return { ...place, value, multiplier };
  });
}

/** The files of the receipts, each vintage of a release once. */
function ledgerSources(receipts: readonly Receipt[]): Ledger["sources"] {
  const sources = receipts.flatMap(({ snapshots }) => snapshots);
  const named = new Map(sources.map((each) => [`${each.release} ${each.vintage}`, each]));
  return [...named].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
