import type { Area } from "#lib/series/series";
import { nameOfSecurityClass } from "#lib/series/security-class";
import type { Release } from "#lib/series/vintage";
import type { SeriesFound } from "#lib/store/series-search";
import type { DataFacet, DataQuery } from "./data-query.ts";
import { nameSlug } from "./data-words.ts";

/** One value of a facet, and how many series it would leave. */
export interface FacetChoice {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

export type DataFacets = Readonly<Record<DataFacet, readonly FacetChoice[]>>;

/** The ways to narrow what was found, each named as a reader reads it; most series first. */
export function facetsOf(
  counts: SeriesFound["facets"],
  query: DataQuery,
  releases: readonly Release[],
  areas: readonly Area[],
): DataFacets {
  const titles = new Map(releases.map(({ slug, title }) => [slug, title]));
  const places = new Map(areas.map(({ slug, name }) => [slug, name]));
  const choices = (facet: DataFacet, nameOf: (slug: string) => string) =>
    choicesOf(counts[facet], query[facet], nameOf);
  return {
    release: choices("release", (slug) => titles.get(slug) ?? slug),
    class: choices("class", nameOfSecurityClass),
    measure: choices("measure", nameSlug),
    area: choices("area", (slug) => places.get(slug) ?? nameSlug(slug)),
  };
}

function choicesOf(
  counts: readonly { readonly value: string; readonly count: number }[],
  chosen: string | null,
  nameOf: (slug: string) => string,
): FacetChoice[] {
  const choices = counts.map(({ value, count }) => ({
    ...{ value, count, name: nameOf(value), chosen: value === chosen },
  }));
  if (chosen === null || choices.some((choice) => choice.chosen)) return choices;
  // What was asked for stays in sight, so that it can be taken back.
  return [{ value: chosen, name: nameOf(chosen), count: 0, chosen: true }, ...choices];
}
