import { citeVintage } from "#lib/series/citation";
import type { VintageDate } from "#lib/series/observation";
import type { Snapshot, Vintage } from "#lib/series/vintage";
import type { Figures } from "./figures.ts";
import { linksOf } from "./series-answer.ts";

/**
 * How to cite the figures as a vintage has them, in the words and with the address of the page of the series: as of the day
 * of that vintage, so that it leads to the same figures when there are newer ones.
 */
export function citationOf(
  { series, release }: Pick<Figures, "series" | "release">,
  vintage: Vintage,
  origin: string,
): string {
  const { page } = linksOf(series.key, origin);
  return citeVintage(series, release, vintage, `${page}?asOf=${vintage.date}`);
}

/** The file of every vintage that the values are known from, and how to cite it: the same vintage, whoever asks of a value. */
export function citedSources(
  figures: Figures,
  origin: string,
): ReadonlyMap<VintageDate, Snapshot & { readonly citation: string }> {
  return new Map(
    figures.sources.map((vintage) => {
      const citation = citationOf(figures, vintage, origin);
      return [vintage.date, { ...vintage.snapshot, citation }];
    }),
  );
}
