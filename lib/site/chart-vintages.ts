import type { DrawnVintage } from "#lib/charts/captions";
import { keysOf, type ChartDefinition } from "#lib/charts/definition";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { shortName } from "./release-names.ts";

/** Dates of the vintages of all releases a chart reads, oldest first, each once. */
export async function vintagesOf(
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<VintageDate[]> {
  return datesOf(await listsOf(definition, reader));
}

/** The same with how many vintages that are, two of one day counted twice: it only grows, and so tells who has not all of them yet. */
export async function countedVintages(
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<{ dates: VintageDate[]; count: number }> {
  const lists = await listsOf(definition, reader);
  return { dates: datesOf(lists), count: lists.flat().length };
}

function datesOf(lists: readonly (readonly { readonly date: VintageDate }[])[]): VintageDate[] {
  return [...new Set(lists.flat().map(({ date }) => date))].sort();
}

function listsOf(definition: ChartDefinition, reader: SeriesReader) {
  return Promise.all(releasesOf(definition).map((release) => reader.vintages(release)));
}

function releasesOf(definition: ChartDefinition): string[] {
  return [...new Set(keysOf(definition).map((key) => key.split(".")[0] ?? key))];
}

/** The vintage of each release whose figures are read on a day; a release that had none by then is left out. */
export async function drawnVintages(
  definition: ChartDefinition,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<DrawnVintage[]> {
  const drawn = await Promise.all(
    releasesOf(definition).map(async (slug): Promise<DrawnVintage | null> => {
      const held = await reader.vintages(slug, asOf);
      const date = held.map((vintage) => vintage.date).findLast((each) => each <= asOf);
      return date === undefined ? null : { release: shortName({ slug, title: slug }), date };
    }),
  );
  return drawn.filter((each) => each !== null);
}
