import { sideWords } from "#lib/claims/side-words";
import { createNounFit } from "#lib/nouns/fit";
import type { Nouns } from "#lib/nouns/nouns";
import { termsOver, textOver, type Candidate } from "./candidate.ts";
import { nameSeries, namingsOf, type KnownSeries, type NamedSeries } from "./named-series.ts";
import type { NearMention } from "./near-mentions.ts";
import type { Noun, NounMention } from "#lib/nouns/noun";
import type { TableColumn } from "./table-heads.ts";
import type { TableRow } from "./table-rows.ts";

/** The series that a row may be of: one, or a line of the press release with those of its columns for years. */
export interface RowReading {
  readonly list: readonly NamedSeries[];
  readonly weight: number;
}

/** A row with what its words name. */
export interface NamedRow {
  readonly row: TableRow;
  readonly readings: readonly RowReading[];
  /** Whether its label says whose or which securities it is of. */
  readonly isNamed: boolean;
}

/** So many series are tried for a row: those that its label and the caption name best. */
const mostReadings = 30;

const ofPress = /^press\.(?:12m\.|year\.)?line-(\d+)$/u;

export function nameRow(row: TableRow, known: readonly KnownSeries[], nouns: Nouns): NamedRow {
  const inLabel = mentionsIn(row.label, nouns, 1, "clause");
  const mentions = [...inLabel, ...mentionsIn(row.caption, nouns, 0.4, "heading")];
  const namings = namingsOf(mentions.sort((left, right) => right.weight - left.weight));
  // What the label says itself, it says in the place of what stands above.
  const inCaption = mentions.filter(
    ({ nearness, mention: { noun } }) =>
      nearness === "heading" &&
      !inLabel.some(({ mention }) => mention.noun.dimension === noun.dimension),
  );
  const isOfLabel = namedBy(inLabel, "each");
  const isOfCaption = namedBy(inCaption, "some");
  const isOwn = (one: KnownSeries) =>
    one.series.window === 1 &&
    one.series.frequency === "monthly" &&
    isOfLabel(one) &&
    isOfCaption(one);
  const named = nameSeries(known.filter(isOwn), namings, mostReadings).map((one) => ({
    list: linesOf(one, known),
    weight: Math.min(1, one.weight),
  }));
  const isNamed = inLabel.some(({ mention }) => mention.noun.fits.size > 0);
  const numbers = numbered(row, known).filter(({ list: [first] }) => {
    return first !== undefined && isOfLabel(first);
  });
  return { row, readings: [...numbers, ...named], isNamed };
}

/**
 * Whether nouns let a row be of a series: of those of each kind, all that stand in its label ("net" and "holdings" may both), or
 * one of those above the heads, which may be of several parts of the table. A figure that is right of another row is none of
 * this one.
 */
function namedBy(
  mentions: readonly NearMention<NounMention>[],
  least: "each" | "some",
): (one: KnownSeries) => boolean {
  const kinds = (["area", "class", "measure"] as const).flatMap((dimension) => {
    const nouns = mentions
      .map(({ mention }) => mention.noun)
      .filter((noun) => noun.dimension === dimension && noun.fits.size > 0);
    const isEach = least === "each" && dimension !== "measure";
    return nouns.length === 0 ? [] : [{ nouns, isEach }];
  });
  return ({ series }) => {
    const fit = fitOf(series);
    return kinds.every(({ nouns, isEach }) => {
      const allows = (noun: Noun) => fit(noun) !== "contradicts";
      return isEach ? nouns.every(allows) : nouns.some(allows);
    });
  };
}

/** Each row of a table asks of every series, and the answer depends on nothing else. */
const fits = new WeakMap<KnownSeries["series"], ReturnType<typeof createNounFit>>();

function fitOf(series: KnownSeries["series"]): ReturnType<typeof createNounFit> {
  const known = fits.get(series);
  if (known) return known;
  const made = createNounFit({ focus: [series], background: [] });
  fits.set(series, made);
  return made;
}

function mentionsIn(
  words: string,
  nouns: Nouns,
  weight: number,
  nearness: "clause" | "heading",
): NearMention<NounMention>[] {
  return nouns.finder.find(inLowerCase(words)).map((mention) => ({ mention, weight, nearness }));
}

/** "TREASURY SECURITIES" as in a sentence, where nouns are found. Short words are names: "U.S.". */
function inLowerCase(words: string): string {
  return words.replace(
    /(?<!\p{L})(\p{Lu})(\p{Lu}{3,40})(?!\p{L})/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

/** The line of the press release whose number stands in front of the label. */
function numbered({ line, cells }: TableRow, known: readonly KnownSeries[]): RowReading[] {
  const own = known.filter(({ series }) => ofPress.exec(series.key)?.[1] === String(line));
  if (line === null || own.length === 0 || cells.length < 4) return [];
  const named = { area: true, class: true, measure: true };
  return [{ list: own.map((one) => ({ ...one, weight: 1, named })), weight: 1 }];
}

function linesOf(one: NamedSeries, known: readonly KnownSeries[]): NamedSeries[] {
  const number = ofPress.exec(one.series.key)?.[1];
  if (number === undefined) return [one];
  return known
    .filter(({ series }) => ofPress.exec(series.key)?.[1] === number)
    .map((line) => ({ ...line, weight: one.weight, named: one.named }));
}

/**
 * Whether a row whose label says "sales" is of the values of a net series that are below 0, and so on; both where it says no
 * side. The numbered lines of a press release count both sides their own way: "foreign securities purchased" are its sales.
 */
export function mayTurn(
  { row }: NamedRow,
  { list: [first] }: RowReading,
  isTurned: boolean,
): boolean {
  const sides = new Set(
    (row.label.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => {
      const found = sideWords.get(word);
      return found?.form === "noun" || found?.form === "finite" ? [found.side] : [];
    }),
  );
  if (sides.size !== 1 || row.line !== null || first?.measure !== "net") return true;
  return isTurned === (sides.has("sold") !== first.countsSales);
}

/** What a column says of a reading; null where it has no such months. Yearly columns have a series of their own in a press release. */
export function columnCandidate(
  { list, weight }: RowReading,
  { from, to }: TableColumn,
  isTurned: boolean,
): Candidate | null {
  const fitting = list
    .filter(({ series }) => list.length === 1 || isForColumn(series, from, to))
    .flatMap((series) => {
      const terms = termsOver(series, from, to, isTurned ? -1 : 1);
      return terms === null ? [] : [{ series, terms }];
    });
  const [first] = fitting;
  if (first === undefined) return null;
  const { series, terms } = first;
  return {
    expression: `${isTurned ? "-" : ""}${textOver(series, from, to)}`,
    ...{ terms, by: null, gives: "USD", form: "level" },
    ...{ weight, series, months: { from, to }, isDated: true },
  };
}

function isForColumn({ frequency, window }: KnownSeries["series"], from: string, to: string) {
  if (from === to) return frequency === "monthly" && window === 1;
  return to.endsWith("-12") && from.endsWith("-01") ? frequency === "annual" : window === 12;
}
