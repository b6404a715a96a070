import { worstOf, type CheckedClaim } from "#lib/articles/check-claim";
import { judgeClaim, type JudgedPart } from "#lib/articles/judge-claim";
import type { Article } from "#lib/articles/article";
import { conditionsOf } from "#lib/claims/conditions";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { printExpression } from "#lib/expressions/print";
import { describeInWords } from "#lib/expressions/words";
import { formatDay } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";
import type { Vintage } from "#lib/series/vintage";
import { quotedTitle } from "#lib/series/quoted-title";
import type { VintageReading, Receipt, ReceiptCell } from "./receipt.ts";

/** A rank or a record may rest on hundreds of cells; a receipt prints this many and says how many there are. */
const cellLimit = 60;

/** The receipt of a claim that holds at its own vintage. Throws for one that does not: the gate keeps it off the site. */
export async function buildReceipt(
  checked: CheckedClaim,
  article: Article,
  reader: SeriesReader,
): Promise<Receipt> {
  const { claim, asOf, verdict, cells } = checked;
  if (verdict !== "holds" && verdict !== "holds-rounded") {
    throw new Error(`The claim ${claim.id} of ${article.slug} does not hold; run the check`);
  }
  const series = await describeAll(cells, reader);
  const vintages = await vintagesOf(series, reader);
  const readings = await readAtOtherVintages(checked, vintages, reader);
  const later = readings.filter((reading) => reading.vintage > asOf);
  const path = `/articles/${article.slug}/claims/${claim.id}`;
  const snapshots = snapshotsUsed(cells, series, vintages, asOf);
  return {
    id: claim.id,
    article: { slug: article.slug, title: article.headline },
    path,
    sentence: claim.sentence,
    ...(await describeParts(checked, reader)),
    quotedFrom: article.frontmatter.sources.find(({ id }) => id === claim.source) ?? null,
    asOf,
    pinned: claim.asOf !== null,
    verdict,
    standing: claim.asOf === null ? (later.at(-1)?.standing ?? verdict) : verdict,
    cells: cells.slice(0, cellLimit).map((cell) => toReceiptCell(cell, series, vintages)),
    cellCount: cells.length,
    snapshots,
    later,
    earlier: readings.filter((reading) => reading.vintage < asOf),
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

function computedOf(parts: readonly JudgedPart[]): string {
  return parts.map(({ judgement }) => judgement.computed).join("; ");
}

async function describeAll(
  cells: readonly Cell[],
  reader: SeriesReader,
): Promise<ReadonlyMap<string, Series>> {
  const keys = [...new Set(cells.map((cell) => cell.key))];
  const series = await Promise.all(keys.map((key) => reader.describe(key)));
  return new Map(series.flatMap((found) => (found ? [[found.key, found] as const] : [])));
}

type VintagesByRelease = ReadonlyMap<string, readonly Vintage[]>;

async function vintagesOf(
  series: ReadonlyMap<string, Series>,
  reader: SeriesReader,
): Promise<VintagesByRelease> {
  const releases = [...new Set([...series.values()].map(({ release }) => release))];
  return new Map(
    await Promise.all(
      releases.map(async (release) => [release, await reader.vintages(release)] as const),
    ),
  );
}

/** The same question put to every other vintage of the releases it reads. One that cannot answer says why. */
async function readAtOtherVintages(
  { claim, parts, asOf }: CheckedClaim,
  vintages: VintagesByRelease,
  reader: SeriesReader,
): Promise<VintageReading[]> {
  const dates = [...new Set([...vintages.values()].flat().map(({ date }) => date))].sort();
  return Promise.all(
    dates
      .filter((date) => date !== asOf)
      .map(async (vintage): Promise<VintageReading> => {
        const results = await Promise.all(
          parts.map(({ tree }) => evaluateExpression(tree, reader, vintage)),
        );
        const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
        const evaluations = results.flatMap((result) => (result.ok ? [result.evaluation] : []));
        if (problems.length > 0) {
          return { vintage, computed: problems[0]?.message ?? "", standing: "unanswered" };
        }
        const judged = judgeClaim(claim, evaluations);
        if ("trouble" in judged) {
          return { vintage, computed: judged.trouble.message, standing: "unanswered" };
        }
        return { vintage, computed: computedOf(judged.parts), standing: worstOf(judged.parts) };
      }),
  );
}

function toReceiptCell(
  cell: Cell,
  series: ReadonlyMap<string, Series>,
  vintages: VintagesByRelease,
): ReceiptCell {
  const described = series.get(cell.key);
  const vintage =
    described && vintages.get(described.release)?.find(({ date }) => date === cell.knownFrom);
  if (!described || !vintage)
    throw new Error(`The cell ${cell.key} ${cell.period} has lost its series or its vintage`);
  const { source, title, unit, multiplier } = described;
  return {
    key: cell.key,
    title,
    period: cell.period,
    value: cell.value,
    unit: unitLabel(unit, multiplier),
    knownFrom: cell.knownFrom,
    file: vintage.snapshot.fileName,
    sha256: vintage.snapshot.sha256,
    line: cell.line,
    column: cell.column,
    row: source.code === null ? source.row : `${source.row} (${source.code})`,
    field: source.field,
  };
}

/** The files the cells were first printed in, and the file each release had on the day of reading. */
function snapshotsUsed(
  cells: readonly Cell[],
  series: ReadonlyMap<string, Series>,
  vintages: VintagesByRelease,
  asOf: VintageDate,
): Receipt["snapshots"] {
  return [...vintages].flatMap(([release, held]) => {
    const printed = new Set(
      cells
        .filter((cell) => series.get(cell.key)?.release === release)
        .map((cell) => cell.knownFrom),
    );
    const current = held.findLast(({ date }) => date <= asOf);
    return held
      .filter((vintage) => vintage === current || printed.has(vintage.date))
      .map(({ date, note, snapshot }) => ({
        release,
        vintage: date,
        file: snapshot.fileName,
        url: snapshot.url,
        sha256: snapshot.sha256,
        bytes: snapshot.bytes,
        retrieved: snapshot.retrieved,
        note,
      }));
  });
}

function citationOf(article: Article, snapshots: Receipt["snapshots"]): string {
  const files = snapshots.map(
    ({ file, vintage, sha256 }) => `${file}, vintage of ${formatDay(vintage)} (SHA-256 ${sha256})`,
  );
  return `U.S. Department of the Treasury, Treasury International Capital System: ${files.join("; ")}. Computed in Tickmark, ${quotedTitle(`${article.headline}.`)}`;
}
