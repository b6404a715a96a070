import type { CheckedClaim } from "#lib/articles/check-claim";
import { computedOf, readClaimAt, type VintageReading } from "#lib/articles/read-claim-at";
import type { Article } from "#lib/articles/article";
import { conditionsOf } from "#lib/claims/conditions";
import { printExpression } from "#lib/expressions/print";
import { describeInWords } from "#lib/expressions/words";
import type { SeriesReader } from "#lib/series/reader";
import { quotedTitle } from "#lib/series/quoted-title";
import { citedFiles } from "./cited-files.ts";
import type { Receipt, VintageRun } from "./receipt.ts";
import {
  describeAll,
  snapshotsUsed,
  toReceiptCell,
  vintagesOf,
  type VintagesByRelease,
} from "./receipt-cells.ts";
import { receiptPath } from "./receipt-path.ts";

/** A rank or a record may rest on hundreds of cells; a receipt prints this many and says how many there are. */
const cellLimit = 60;

/** The receipt of a claim that holds at its own vintage. Throws for one that does not: the gate keeps it off the site. */
export async function buildReceipt(
  checked: CheckedClaim,
  article: Article,
  reader: SeriesReader,
): Promise<Receipt> {
  const { claim, asOf, isPinned, verdict, cells } = checked;
  if (verdict !== "holds" && verdict !== "holds-rounded") {
    throw new Error(`The claim ${claim.id} of ${article.slug} does not hold; run the check`);
  }
  const series = await describeAll(cells, reader);
  const vintages = await vintagesOf(series, reader);
  const readings = await readAtOtherVintages(checked, vintages, reader);
  const later = readings.filter((reading) => reading.vintage > asOf);
  const snapshots = snapshotsUsed(cells, series, vintages, asOf);
  return {
    id: claim.id,
    article: { slug: article.slug, title: article.headline },
    path: receiptPath(article.slug, claim.id),
    sentence: claim.sentence,
    ...(await describeParts(checked, reader)),
    quotedFrom: article.frontmatter.sources.find(({ id }) => id === claim.source) ?? null,
    asOf,
    pinned: isPinned,
    verdict,
    standing: isPinned ? verdict : (later.at(-1)?.standing ?? verdict),
    cells: cells.slice(0, cellLimit).map((cell) => toReceiptCell(cell, series, vintages)),
    cellCount: cells.length,
    snapshots,
    later,
    earlier: runsOf(readings.filter((reading) => reading.vintage < asOf)),
    citation: citationOf(article, snapshots),
  };
}

/** What the parts of a claim compute: of most there is one. */
async function describeParts(
  { claim, parts, asOf }: CheckedClaim,
  reader: SeriesReader,
): Promise<
  Pick<Receipt, "expression" | "words" | "parts" | "computed" | "interval" | "conditions">
> {
  const words = await Promise.all(parts.map(({ tree }) => describeInWords(tree, reader)));
  const intervals = parts.flatMap(({ judgement }) => judgement.interval ?? []);
  const conditions = await Promise.all(
    claim.form === "statement" ? parts.map(({ tree }) => conditionsOf(tree, reader, asOf)) : [],
  );
  return {
    expression: parts.map(({ tree }) => printExpression(tree)).join("; "),
    words: words.join("; "),
    parts:
      parts.length === 1
        ? []
        : parts.map(({ saying, judgement }, at) => ({
            said: saying?.text ?? claim.text,
            words: words[at] ?? "",
            computed: judgement.computed,
            interval: judgement.interval,
          })),
    computed: computedOf(parts),
    interval: intervals.length === 0 ? null : intervals.join("; "),
    conditions: conditions.flat(),
  };
}

/** The same question put to every other vintage of the releases it reads. One that cannot answer says why. */
async function readAtOtherVintages(
  checked: CheckedClaim,
  vintages: VintagesByRelease,
  reader: SeriesReader,
): Promise<VintageReading[]> {
  const dates = [...new Set([...vintages.values()].flat().map(({ date }) => date))].sort();
  return Promise.all(
    dates
      .filter((date) => date !== checked.asOf)
      .map((vintage) => readClaimAt(checked, reader, vintage)),
  );
}

/** Readings in a row that gave one answer, as one: a press release has hundreds of vintages. Without an answer all are alike. */
function runsOf(readings: readonly VintageReading[]): VintageRun[] {
  const runs: VintageRun[] = [];
  for (const reading of readings) {
    const last = runs.at(-1);
    const goesOn =
      last?.standing === reading.standing &&
      (reading.standing === "unanswered" || last.computed === reading.computed);
    if (last && goesOn) runs.splice(-1, 1, { ...last, through: reading.vintage });
    else runs.push({ ...reading, through: reading.vintage });
  }
  return runs;
}

function citationOf(article: Article, snapshots: Receipt["snapshots"]): string {
  return `${citedFiles(snapshots)}. Computed in Tickmark, ${quotedTitle(`${article.headline}.`)}`;
}
