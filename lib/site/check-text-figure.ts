import type { Saying } from "#lib/claims/saying";
import type { Evaluation } from "#lib/expressions/value";
import { describeInWords } from "#lib/expressions/words";
import { formatDay } from "#lib/series/format";
import type { Cell } from "#lib/series/observation";
import type { Series } from "#lib/series/series";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";
import type { SuggestSetting } from "#lib/suggest/setting";
import { evaluateAt, judge, sayingOf, type FigureSetting } from "./check-text-judge.ts";
import { readingsOf } from "./check-text-readings.ts";
import type { DescribedFigure, FigureSentence } from "./check-text-receipt.ts";
import { citedFiles } from "./cited-files.ts";
import { snapshotsUsed, toReceiptCell, type VintagesByRelease } from "./receipt-cells.ts";

/** A rank rests on hundreds of cells, and a text has many figures: so many are printed of each. */
const cellLimit = 24;

/** A month of a press release is printed and revised for years: so many vintages are printed, the first and the last. */
const readingLimit = 12;

/** A sentence without an end is cut to so many characters on either side. */
const sentenceReach = 240;

/** The figures of a text, ready to print, in their order. */
export async function describedFigures(
  source: string,
  found: readonly FoundFigure[],
  from: FigureSetting,
): Promise<readonly DescribedFigure[]> {
  const figures: DescribedFigure[] = [];
  // One after the other: what one has read the next finds in memory.
  for (const figure of found) figures.push(await describe(source, figure, from));
  return figures;
}

async function describe(
  source: string,
  figure: FoundFigure,
  from: FigureSetting,
): Promise<DescribedFigure> {
  const { outcome, note, text, proposals, isRight = outcome === "supported" } = figure;
  const [best, ...others] = proposals;
  const shown = outcome === "unknown" ? undefined : best;
  const saying = sayingOf(source, figure);
  const now = shown && (await evaluateAt(shown, from, from.day));
  return {
    ...{ text, outcome },
    note: note.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day)),
    isExact: now !== undefined && judge(saying, now)?.verdict === "holds",
    instead: isRight || now === undefined ? null : insteadOf(saying, now, outcome),
    sentence: cutSentence(source, figure),
    receipt: shown === undefined ? null : await receiptOf(shown, saying, from),
    others: await Promise.all(
      (shown === undefined ? proposals : others).map(async (other) => ({
        expression: other.expression,
        words: await describeInWords(other.tree, from.known.reader),
        computed: other.computed,
        asOf: other.asOf,
      })),
    ),
  };
}

async function receiptOf(
  proposal: Proposal,
  saying: Saying | null,
  from: FigureSetting,
): Promise<DescribedFigure["receipt"]> {
  const { asOf, computed, evaluation, expression, reasons, tree } = proposal;
  const series = seriesOf(evaluation.cells, from.setting);
  const vintages = vintagesOf(series, from.setting);
  const snapshots = snapshotsUsed(evaluation.cells, series, vintages, asOf);
  const readings = await readingsOf(proposal, saying, from);
  const left = Math.max(0, readings.length - readingLimit);
  return {
    ...{ expression, asOf, computed, reasons, snapshots },
    words: await describeInWords(tree, from.known.reader),
    interval: judge(saying, evaluation)?.interval ?? null,
    cells: evaluation.cells
      .slice(0, cellLimit)
      .map((cell) => toReceiptCell(cell, series, vintages)),
    cellCount: evaluation.cells.length,
    readings: left === 0 ? readings : readings.toSpliced(1, left),
    readingsLeft: left,
    series: [...series.values()].slice(0, 6).map(({ key, title }) => ({ key, title })),
    citation: `${citedFiles(snapshots)}. Computed in Tickmark as of the vintage of ${formatDay(asOf)}: ${expression} = ${computed}.`,
  };
}

function seriesOf(cells: readonly Cell[], setting: SuggestSetting): ReadonlyMap<string, Series> {
  const keys = new Set(cells.map(({ key }) => key));
  return new Map(setting.series.filter(({ key }) => keys.has(key)).map((one) => [one.key, one]));
}

function vintagesOf(
  series: ReadonlyMap<string, Series>,
  { vintages }: SuggestSetting,
): VintagesByRelease {
  const releases = new Set([...series.values()].map(({ release }) => release));
  return new Map(
    [...releases].map((slug) => [
      slug,
      vintages
        .filter(({ release }) => release === slug)
        .toSorted((left, right) => left.date.localeCompare(right.date, "en")),
    ]),
  );
}

/** "now $75.1 billion": as the words would say it, without what they say already; the value where that is long. */
function insteadOf(
  saying: Saying | null,
  evaluation: Evaluation,
  outcome: FoundFigure["outcome"],
): string | null {
  if (saying === null) return null;
  const judged = judge(saying, evaluation);
  if (judged === null) return null;
  const { instead, computed } = judged;
  const words = instead !== null && instead.length <= longestInstead ? instead : computed;
  const [before = "", figure = words, after = ""] = cutAtFigure(words);
  const [saidBefore = "", , saidAfter = ""] = cutAtFigure(saying.text);
  const short = before === saidBefore && after === saidAfter ? figure : words;
  return outcome === "drifted" ? `now ${short}` : `data: ${short}`;
}

/** Longer than this is no note beside a figure. */
const longestInstead = 40;

/** Words cut into what comes before their first amount, the amount, and the rest. */
function cutAtFigure(words: string): readonly string[] {
  return words.split(/([\u2212-]?\$?\d[\d,.]*(?: (?:trillion|billion|million|percent))?)(.*)/s);
}

function cutSentence(source: string, { said, sentence }: FoundFigure): FigureSentence {
  const before = source.slice(sentence.start, said.start);
  const after = source.slice(said.end, sentence.end);
  return {
    before: before.length > sentenceReach ? `…${before.slice(-sentenceReach)}` : before,
    said: source.slice(said.start, said.end),
    after: after.length > sentenceReach ? `${after.slice(0, sentenceReach)}…` : after,
  };
}
