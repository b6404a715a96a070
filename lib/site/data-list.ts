import type { Series } from "#lib/series/series";
import { listAreas } from "#lib/store/area-rows";
import { readLatest, type LatestCells } from "#lib/store/latest";
import { searchSeries, type SeriesFound } from "#lib/store/series-search";
import { findSeries } from "#lib/store/series-rows";
import { readSpans } from "#lib/store/series-spans";
import type { Store } from "#lib/store/store";
import { listReleases, newestVintage } from "#lib/store/vintage-rows";
import { facetsOf, type DataFacets } from "./data-facets.ts";
import { dataFacets, wholeIndex, type DataFacet, type DataQuery } from "./data-query.ts";
import { toDataRow, type DataRow } from "./data-row.ts";

/** Series on one page. */
export const pageSize = 50;

/** One page of the index of series. */
export interface DataList {
  /** What was asked for; of pages beyond the last, the last. */
  readonly query: DataQuery;
  readonly total: number;
  readonly pages: number;
  readonly rows: readonly DataRow[];
  /** Series that most readers come for; only before the whole index, whose order is that of the keys. */
  readonly start: readonly DataRow[];
  readonly facets: DataFacets;
  /** The words that the list is of instead of those typed, of which no series has all; null when it is of these. */
  readonly meant: string | null;
}

/** The series that fit a question, a page of them. */
export async function listData(store: Store, asked: DataQuery): Promise<DataList> {
  const [{ query, found }, releases, areas, asOf] = await Promise.all([
    findPage(store, asked),
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
  const titles = releases.map(({ release }) => release);
  return {
    query,
    total: found.total,
    pages: pagesOf(found),
    rows: found.series.map(rowOf),
    start: start.map(rowOf),
    facets: facetsOf(found.facets, query, titles, areas),
    meant: found.meant?.join(" ") ?? null,
  };
}

/** A list grows shorter when it is narrowed: of a page that it no longer has, the last is shown. */
async function findPage(
  store: Store,
  query: DataQuery,
): Promise<{ readonly query: DataQuery; readonly found: SeriesFound }> {
  const { search: text, release, class: securities, measure, area, page } = query;
  const found = await searchSeries(store, {
    ...{ text, release: release ?? undefined, class: securities ?? undefined },
    ...{ measure: measure ?? undefined, area: area ?? undefined },
    ...{ limit: pageSize, offset: (page - 1) * pageSize },
  });
  const last = Math.max(1, pagesOf(found));
  return page > last ? findPage(store, { ...query, page: last }) : { query, found };
}

function pagesOf({ total }: SeriesFound): number {
  return Math.ceil(total / pageSize);
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

/** The question without one of its parts, for what takes a filter back; from the first page. */
export function withoutFacet(query: DataQuery, facet: DataFacet): DataQuery {
  return { ...query, [facet]: null, page: 1 };
}

/** Whether the question narrows anything. */
export function isWholeIndex(query: DataQuery): boolean {
  return query.search === "" && dataFacets.every((facet) => query[facet] === wholeIndex[facet]);
}
