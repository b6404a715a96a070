import type { VintageDate } from "#lib/series/observation";
import { createFigureTable } from "./figure-table.ts";
import { wordsOf } from "./figure-words.ts";
import { findOne } from "./find-one.ts";
import { findRow } from "./find-row.ts";
import { holdDirections } from "./hold-directions.ts";
import { holdRecords } from "./hold-records.ts";
import { holdNouns } from "./hold-nouns.ts";
import { mergeRows } from "./merge-rows.ts";
import { nameRow } from "./name-row.ts";
import { expandSums, sumSeries } from "./sum-series.ts";
import { tableRows, type TableRow } from "./table-rows.ts";
import type { FoundFigure } from "./found-figure.ts";
import { guessTime } from "./guess-time.ts";
import { makeCandidates } from "./make-candidates.ts";
import { lastRead } from "./match.ts";
import type { Held } from "./named-reading.ts";
import { holdSayings } from "./hold-sayings.ts";
import { knownSeries, nameSeries, namingsOf, type KnownSeries } from "./named-series.ts";
import { nearMentions, type FigurePlace } from "./near-mentions.ts";
import { expandNets, netSeries, type NetSeries } from "./net-series.ts";
import { placeCandidates } from "./place-candidates.ts";
import type { ReadFigure } from "./record-anchor.ts";
import { firstParts, mostFigures, readText, type ReadPart } from "./read-text.ts";
import { knownRevisions } from "./revisions-reader.ts";
import type { SuggestOptions, SuggestSetting } from "./setting.ts";
import { wholesOf } from "./share-candidates.ts";
import type { TextPart } from "./text-part.ts";
import { monthOfDay, timeOf } from "./text-time.ts";
import { uncountedHolders } from "./uncounted-holders.ts";

/** What was found in a text. */
export interface Suggested {
  /** In the order of the text. */
  readonly figures: readonly FoundFigure[];
  /** How many more figures the text has than are read. */
  readonly left: number;
}

/** So many series are tried for a figure: those that its words name best. */
const mostSeries = 60;
const mostNets = 6;

/** What is asked of the series in every text, which is many times the work of a short one. */
interface AllSeries {
  readonly known: readonly KnownSeries[];
  readonly byKey: ReadonlyMap<string, KnownSeries>;
  readonly allNets: readonly NetSeries[];
}

const prepared = new WeakMap<SuggestSetting["series"], AllSeries>();

function allOf(series: SuggestSetting["series"]): AllSeries {
  const before = prepared.get(series);
  if (before) return before;
  const known = series.map(knownSeries);
  const byKey = new Map(known.map((one) => [one.series.key, one]));
  const all = { known, byKey, allNets: netSeries(byKey) };
  prepared.set(series, all);
  return all;
}

/** The figures of a text, each with the expressions over the store that give it. */
export async function suggest(
  parts: readonly TextPart[],
  setting: SuggestSetting,
  options: SuggestOptions = {},
): Promise<Suggested> {
  const asked = options.asOf ?? newestOf(setting);
  const read = readText([...aboutPart(options), ...parts], setting.nouns);
  if (asked === null) return { figures: [], left: read.left };
  const { known, byKey, allNets } = allOf(setting.series);
  const countries = new Set(
    setting.areas.filter(({ kind }) => kind === "country").map(({ slug }) => slug),
  );
  const named = placesOf(read.parts).map((place) => {
    const namings = namingsOf(nearMentions(place, ({ nouns }) => nouns));
    const series = nameSeries(known, namings, mostSeries);
    const sums = sumSeries(place, series, byKey, countries);
    return { place, namings, series, sums, nets: nameSeries(allNets, namings, mostNets) };
  });
  const told = timeOf(read.parts, options, asked);
  const room = Math.max(0, mostFigures - named.length);
  const until = told.subject ?? (told.written && monthOfDay(told.written));
  const first = firstRows(tableRows(firstParts(parts), until), room);
  const rows = first.rows.map((row) => nameRow(row, known, setting.nouns));
  const keys = [
    ...named.flatMap(({ series, sums, nets }) => [
      ...nets.flatMap(({ purchases, sales }) => [purchases, sales]),
      ...series.flatMap((one) => [one.series.key, ...wholesOf(one)]),
      ...sums.flatMap(({ members }) => members),
    ]),
    ...rows.flatMap(({ readings }) =>
      readings.flatMap(({ list }) => list.map(({ series }) => series.key)),
    ),
  ];
  const revisions = knownRevisions(setting);
  await revisions.load(keys.filter((key) => byKey.has(key)));
  const table = createFigureTable(
    setting.series.filter(({ key }) => revisions.cells.has(key)),
    revisions.cells,
  );
  const time = guessTime(told, named, table);
  const written = time.written === null ? null : lastRead(time.written, setting.vintages);
  const held: Held = {
    table,
    reader: revisions.reader,
    vintages: setting.vintages,
    days: { written, asked },
  };
  const uncounted = new Map(read.parts.flatMap((part) => [...uncountedHolders(part)]));
  const found = new Map<number, ReadFigure[]>();
  for (const { place, namings, series, sums, nets } of named) {
    const words = wordsOf(place, namings, time);
    const candidates = [
      ...makeCandidates(words, series, byKey),
      ...expandSums(makeCandidates(words, sums, byKey), sums),
      ...expandNets(makeCandidates(words, nets, byKey), nets),
      ...placeCandidates(words, series, countries),
    ];
    const one = await findOne(place, candidates, held, uncounted);
    found.set(place.part, [...(found.get(place.part) ?? []), { said: place.said, ...one }]);
  }
  const figures: FoundFigure[] = [];
  for (const [at, ofPart] of found) {
    const part = read.parts[at];
    if (part === undefined) continue;
    const first = ofPart.map(({ figure }) => figure);
    const above = read.parts.slice(Math.max(0, at - 3), at).toReversed();
    const named = holdNouns(first, part, {
      above: above.map(({ readable }) => readable.text),
      written,
      nouns: setting.nouns,
      seriesOf: (key) => byKey.get(key)?.series,
    });
    const said = withFigures(ofPart, holdSayings(named, part));
    const turned = withFigures(ofPart, await holdDirections(said, part, held));
    figures.push(...(await holdRecords(turned, part, known, held)));
  }
  const cells: FoundFigure[] = [];
  for (const row of rows) cells.push(...(await findRow(row, held)));
  return { figures: mergeRows(figures, cells, parts), left: read.left + first.left };
}

function withFigures(read: readonly ReadFigure[], figures: readonly FoundFigure[]): ReadFigure[] {
  return read.map((one, at) => ({ ...one, figure: figures[at] ?? one.figure }));
}

/** The rows that there is room for, and how many figures the others have. */
function firstRows(all: readonly TableRow[], room: number): { rows: TableRow[]; left: number } {
  let [taken, left] = [0, 0];
  const rows = all.filter(({ cells }) => {
    const fits = taken + cells.length <= room;
    if (fits) taken += cells.length;
    else left += cells.length;
    return fits;
  });
  return { rows, left };
}

function aboutPart({ about }: SuggestOptions): TextPart[] {
  return about === undefined || about === "" ? [] : [{ kind: "heading", text: about, start: 0 }];
}

/** The figures of all parts but what an article says of itself. */
function placesOf(parts: readonly ReadPart[]): FigurePlace[] {
  return parts.flatMap(({ sentences }, part) =>
    sentences.flatMap(({ said }, sentence) =>
      said.map((one) => ({ parts, part, sentence, said: one })),
    ),
  );
}

function newestOf({ vintages }: SuggestSetting): VintageDate | null {
  return vintages.reduce<VintageDate | null>(
    (newest, { date }) => (newest === null || date > newest ? date : newest),
    null,
  );
}
