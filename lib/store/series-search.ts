import { Prisma } from "../../prisma/client/client.ts";
import type { Series } from "#lib/series/series";
import { correctWords } from "./misspelt.ts";
import { toSeries } from "./series-rows.ts";
import type { Store } from "./store.ts";

/** What a reader looks for. Everything given must fit. */
export interface SeriesQuery {
  /** Words as typed. */
  readonly text?: string | undefined;
  /** Slug of a release. */
  readonly release?: string | undefined;
  readonly securities?: string | undefined;
  readonly measure?: string | undefined;
  /** Slug of an area. */
  readonly area?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** One value of a facet, and how many series it would leave, all else as asked. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type Facet = "release" | "securities" | "measure" | "area";

/** One page of what was found, and how the whole is spread. */
export interface SeriesFound {
  readonly total: number;
  /** Best first; without words, by key. */
  readonly series: readonly Series[];
  /** Most series first. A facet that is asked for counts its other values too. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
}

/**
 * Series that fit. Words are found by their stems, the last one also by its beginning. When no series has them all,
 * misspelt ones are taken for the words most like them.
 */
export async function searchSeries(store: Store, query: SeriesQuery): Promise<SeriesFound> {
  // PostgreSQL takes no text with a NUL in it.
  const text = (query.text ?? "").replaceAll(/\p{Cc}/gu, " ");
  const words = wordsOf(text);
  if (words.length === 0) return searchWith(store, query, everything);
  const asTyped = stemsOf(words, text);
  if (await someFit(store, asTyped)) return searchWith(store, query, asTyped);
  const meant = await correctWords(store, words);
  return searchWith(store, query, meant === null ? nothing : stemsOf(meant));
}

/** How the words are looked for: a condition on a series, and how well it fits. */
interface Matching {
  readonly condition: Prisma.Sql;
  readonly score: Prisma.Sql;
}

const everything: Matching = { condition: Prisma.sql`TRUE`, score: Prisma.sql`0::real` };

const nothing: Matching = { condition: Prisma.sql`FALSE`, score: Prisma.sql`0::real` };

const mostWords = 12;

/** Runs of letters and digits: a key is found by its parts. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
}

function stemsOf(words: readonly string[], text = ""): Matching {
  const exact = words.join(" & ");
  return {
    condition: Prisma.sql`to_tsvector('english', search_text) @@ to_tsquery('english', ${`${exact}:*`})`,
    // Whoever types a key wants that series. The title says what a series is; the rest, how else it may be called.
    score: Prisma.sql`100 * (key = ${text.trim().toLowerCase()})::int + 4 * ts_rank(to_tsvector('english', title), to_tsquery('english', ${words.join(" | ")}), 2)
      + ts_rank(to_tsvector('english', search_text), to_tsquery('english', ${exact}), 2)`,
  };
}

async function someFit(store: Store, { condition }: Matching): Promise<boolean> {
  const [found] = await store.prisma.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (SELECT FROM series WHERE ${condition}) AS some`;
  return found?.some ?? false;
}

const columns: Readonly<Record<Facet, Prisma.Sql>> = {
  release: Prisma.sql`release_slug`,
  securities: Prisma.sql`securities`,
  measure: Prisma.sql`measure`,
  area: Prisma.sql`area_slug`,
};

const facets = ["release", "securities", "measure", "area"] as const;

async function searchWith(
  store: Store,
  query: SeriesQuery,
  { condition, score }: Matching,
): Promise<SeriesFound> {
  const fits = (facet: Facet) =>
    query[facet] === undefined ? Prisma.sql`TRUE` : Prisma.sql`${columns[facet]} = ${query[facet]}`;
  const allFit = (list: readonly Facet[]) => Prisma.join(list.map(fits), " AND ");
  const counts = facets.map(
    (facet) => Prisma.sql`
      SELECT ${facet} AS facet, ${columns[facet]} AS value, count(*)::int AS count FROM matched
      WHERE ${allFit(facets.filter((other) => other !== facet))} GROUP BY ${columns[facet]}`,
  );
  const [counted, page] = await Promise.all([
    store.prisma.$queryRaw<{ facet: Facet | "total"; value: string; count: number }[]>`
      WITH matched AS MATERIALIZED (SELECT release_slug, securities, measure, area_slug FROM series WHERE ${condition})
      SELECT 'total' AS facet, '' AS value, count(*)::int AS count FROM matched WHERE ${allFit(facets)}
      UNION ALL ${Prisma.join(counts, " UNION ALL ")}
      ORDER BY count DESC, value`,
    store.prisma.$queryRaw<{ id: number }[]>`
      SELECT id FROM series WHERE ${condition} AND ${allFit(facets)}
      ORDER BY ${score} DESC, key LIMIT ${query.limit} OFFSET ${query.offset}`,
  ]);
  const countsOf = (facet: Facet) =>
    counted
      .filter((row) => row.facet === facet)
      .map(({ value, count }): FacetCount => ({ value, count }));
  return {
    total: counted.find(({ facet }) => facet === "total")?.count ?? 0,
    series: await inOrder(
      store,
      page.map(({ id }) => id),
    ),
    facets: {
      release: countsOf("release"),
      securities: countsOf("securities"),
      measure: countsOf("measure"),
      area: countsOf("area"),
    },
  };
}

async function inOrder(store: Store, ids: readonly number[]): Promise<Series[]> {
  const rows = await store.prisma.series.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, toSeries(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
