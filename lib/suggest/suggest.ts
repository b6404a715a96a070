import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Candidate } from "./candidate.ts";
import { createFigureTable, type FigureTable } from "./figure-table.ts";
import type { FoundFigure } from "./found-figure.ts";
import { makeCandidates } from "./make-candidates.ts";
import { createTest, matchOf, type AskedDays } from "./match.ts";
import { findNamed } from "./named-reading.ts";
import { knownSeries, nameSeries } from "./named-series.ts";
import type { FigurePlace } from "./near-mentions.ts";
import { noteOf, outcomeOf } from "./outcome.ts";
import { matchPlace, placeCandidates } from "./place-candidates.ts";
import { propose, sourceSpan } from "./propose.ts";
import { wordsOf } from "./figure-words.ts";
import { readText, type ReadPart } from "./read-text.ts";
import { knownRevisions } from "./revisions-reader.ts";
import type { SuggestOptions, SuggestSetting } from "./setting.ts";
import { wholesOf } from "./share-candidates.ts";
import type { TextPart } from "./text-part.ts";
import { timeOf } from "./text-time.ts";
import { weigh } from "./weigh.ts";

/** What was found in a text. */
export interface Suggested {
  /** In the order of the text. */
  readonly figures: readonly FoundFigure[];
  /** How many more figures the text has than are read. */
  readonly left: number;
}

/** So many series are tried for a figure: those that its words name best. */
const mostSeries = 60;

/** The figures of a text, each with the expressions over the store that give it. */
export async function suggest(
  parts: readonly TextPart[],
  setting: SuggestSetting,
  options: SuggestOptions = {},
): Promise<Suggested> {
  const asked = options.asOf ?? newestOf(setting);
  const read = readText([...aboutPart(options), ...parts], setting.nouns);
  if (asked === null) return { figures: [], left: read.left };
  const time = timeOf(read.parts, options, asked);
  const known = setting.series.map(knownSeries);
  const byKey = new Map(known.map((series) => [series.series.key, series]));
  const places = placesOf(read.parts).map((place) => {
    const words = wordsOf(place, time);
    return { place, words, series: nameSeries(known, words.namings, mostSeries) };
  });
  const keys = places.flatMap(({ series }) =>
    series.flatMap((one) => [one.series.key, ...wholesOf(one)]),
  );
  const revisions = knownRevisions(setting);
  await revisions.load(keys.filter((key) => byKey.has(key)));
  const table = createFigureTable(
    setting.series.filter(({ key }) => revisions.cells.has(key)),
    revisions.cells,
  );
  const days = { written: time.written, asked };
  const countries = new Set(
    setting.areas.filter(({ kind }) => kind === "country").map(({ slug }) => slug),
  );
  const figures: FoundFigure[] = [];
  for (const { place, words, series } of places) {
    const candidates = [
      ...makeCandidates(words, series, byKey),
      ...placeCandidates(words, series, countries),
    ];
    figures.push(await findOne(place, candidates, table, revisions.reader, days));
  }
  return { figures, left: read.left };
}

async function findOne(
  place: FigurePlace,
  candidates: readonly Candidate[],
  table: FigureTable,
  reader: SeriesReader,
  days: AskedDays,
): Promise<FoundFigure> {
  const { said } = place;
  const part = place.parts[place.part];
  const sentence = part?.sentences[place.sentence];
  if (part === undefined || sentence === undefined) {
    throw new TypeError("A figure has lost its sentence");
  }
  const test = createTest(said);
  const matches = [];
  for (const candidate of candidates) {
    const match =
      test === null
        ? await matchPlace(candidate, said.text, reader, days)
        : matchOf(candidate, test, table, days);
    if (match !== null) matches.push(match);
  }
  const at = { said, readable: part.readable, start: part.start };
  const weighed = weigh(matches, candidates, said);
  const proposals = [];
  for (const one of weighed) {
    const proposal = await propose(one, at, reader, days);
    if (proposal !== null) proposals.push(proposal);
  }
  const named = proposals.length > 0 ? null : await findNamed(candidates, at, table, reader, days);
  const figure = sourceSpan(said.figure, at);
  const text = part.readable.text.slice(said.figure.start, said.figure.end);
  return {
    ...figure,
    text,
    said: proposals[0]?.said ?? figure,
    sentence: sourceSpan(sentence, at),
    outcome: outcomeOf(proposals, named),
    proposals: named === null ? proposals : [named.proposal],
    note: noteOf(text, proposals, named),
  };
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
