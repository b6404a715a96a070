import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { listAreas } from "#lib/store/area-rows";
import { readLatest, type LatestCells } from "#lib/store/latest";
import { searchSeries, type FacetCount } from "#lib/store/series-search";
import { findSeries } from "#lib/store/series-rows";
import { readSpans } from "#lib/store/series-spans";
import type { Store } from "#lib/store/store";
import { listReleases, newestVintage } from "#lib/store/vintage-rows";
import { dataFacets, wholeIndex, type DataFacet, type DataQuery } from "./data-query.ts";
import { suggestSearch } from "./data-suggestion.ts";
import { toDataRow, type DataRow } from "./data-row.ts";
import { nameSlug } from "./data-words.ts";

/** Series on one page. */
export const pageSize = 50;

export interface FacetChoice {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** One page of the index of series. */
export interface DataList {
  readonly query: DataQuery;
  readonly total: number;
  readonly pages: number;
  readonly rows: readonly DataRow[];
  /** Series that most readers come for; only before the whole index, whose order is that of the keys. */
  readonly start: readonly DataRow[];
  readonly facets: Readonly<Record<DataFacet, readonly FacetChoice[]>>;
  /** What may have been meant instead of the words typed. */
  readonly suggestion: string | null;
}

/** The series that fit a question, a page of them. */
export async function listData(store: Store, query: DataQuery): Promise<DataList> {
  const [found, releases, areas, asOf] = await Promise.all([
    searchSeries(store, {
      text: query.search,
      release: query.release ?? undefined,
      securities: query.class ?? undefined,
      measure: query.measure ?? undefined,
      area: query.area ?? undefined,
      limit: pageSize,
      offset: (query.page - 1) * pageSize,
    }),
    listReleases(store),
    listAreas(store),
    newestVintage(store),
  ]);
  const start = isWholeIndex(query) && query.page === 1 ? await findStart(store) : [];
  const keys = [...found.series, ...start].map(({ key }) => key);
  const [latest, spans] = await Promise.all([
    asOf === null ? new Map<string, LatestCells>() : readLatest(store, keys, asOf),
    readSpans(store, keys),
  ]);
  const rowOf = (series: Series) =>
    toDataRow(series, latest.get(series.key), spans.get(series.key));
  const names = namesOf(
    releases.map(({ release }) => release),
    areas,
  );
  const counts = {
    release: found.facets.release,
    class: found.facets.securities,
    measure: found.facets.measure,
    area: found.facets.area,
  };
  return {
    query,
    total: found.total,
    pages: Math.ceil(found.total / pageSize),
    rows: found.series.map(rowOf),
    start: start.map(rowOf),
    facets: {
      release: choicesOf("release", counts, query, names),
      class: choicesOf("class", counts, query, names),
      measure: choicesOf("measure", counts, query, names),
      area: choicesOf("area", counts, query, names),
    },
    suggestion: query.search === "" ? null : await suggestion(store, query, found.series, areas),
  };
}

const startKeys = [
  "slt1.total.net.grand-total",
  "slt1.total.holdings.grand-total",
  "mfh.holdings.grand-total",
  "mfh.holdings.japan",
  "mfh.holdings.china-mainland",
  "press.line-30",
];

async function findStart(store: Store): Promise<Series[]> {
  const found = await Promise.all(startKeys.map((key) => findSeries(store, key)));
  return found.filter((series) => series !== null);
}

type Names = Readonly<Record<DataFacet, (slug: string) => string>>;

function namesOf(releases: readonly Release[], areas: readonly Area[]): Names {
  const titles = new Map(releases.map(({ slug, title }) => [slug, title]));
  const places = new Map(areas.map(({ slug, name }) => [slug, name]));
  return {
    release: (slug) => titles.get(slug) ?? slug,
    class: nameSlug,
    measure: nameSlug,
    area: (slug) => places.get(slug) ?? nameSlug(slug),
  };
}

function choicesOf(
  facet: DataFacet,
  counts: Readonly<Record<DataFacet, readonly FacetCount[]>>,
  query: DataQuery,
  names: Names,
): FacetChoice[] {
  const chosen = query[facet];
  const choices = counts[facet].map(({ value, count }) => ({
    value,
    count,
    name: names[facet](value),
    chosen: value === chosen,
  }));
  if (chosen === null || choices.some((choice) => choice.chosen)) return choices;
  // What was asked for stays in sight, so that it can be taken back.
  return [{ value: chosen, name: names[facet](chosen), count: 0, chosen: true }, ...choices];
}

/** Other words for the same search, when some were not found and like ones would be. */
async function suggestion(
  store: Store,
  query: DataQuery,
  found: readonly Series[],
  areas: readonly Area[],
): Promise<string | null> {
  const texts = found.map(({ key, title, names }) => [key, title, ...names].join(" "));
  const { facets } = await searchSeries(store, { limit: 0, offset: 0 });
  const vocabulary = [
    ...areas.map(({ name }) => name),
    ...[...facets.securities, ...facets.measure].map(({ value }) => value.replaceAll("-", " ")),
    "holdings purchases securities bonds notes bills stocks foreign official private",
  ];
  const text = suggestSearch(query.search, texts, vocabulary);
  if (text === null) return null;
  const { total } = await searchSeries(store, { text, limit: 0, offset: 0 });
  return total > 0 ? text : null;
}

/** The question without one of its parts, for what takes a filter back; from the first page. */
export function withoutFacet(query: DataQuery, facet: DataFacet): DataQuery {
  return { ...query, [facet]: null, page: 1 };
}

/** Whether the question narrows anything. */
export function isWholeIndex(query: DataQuery): boolean {
  return query.search === "" && dataFacets.every((facet) => query[facet] === wholeIndex[facet]);
}
