import type { SeriesReader } from "#lib/series/reader";
import type { Candidate } from "./candidate.ts";
import type { FigureTable } from "./figure-table.ts";
import type { FoundFigure } from "./found-figure.ts";
import { createTest, matchOf, type AskedDays } from "./match.ts";
import { findNamed } from "./named-reading.ts";
import type { FigurePlace } from "./near-mentions.ts";
import { noteOf, outcomeOf } from "./outcome.ts";
import { matchPlace } from "./place-candidates.ts";
import { propose, sourceSpan } from "./propose.ts";
import { weigh } from "./weigh.ts";

/** What the store knows of one figure. */
export async function findOne(
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
  const shown = named === null ? proposals : [named.proposal];
  const figure = sourceSpan(said.figure, at);
  const text = part.readable.text.slice(said.figure.start, said.figure.end);
  return {
    ...figure,
    text,
    said: shown[0]?.said ?? figure,
    sentence: sourceSpan(sentence, at),
    outcome: outcomeOf(proposals, named),
    proposals: shown,
    note: noteOf(text, proposals, named),
  };
}
