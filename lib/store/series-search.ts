import { Prisma } from "../../prisma/client/client.ts";
import { classesByTable } from "#lib/series/security-class";
import type { Series } from "#lib/series/series";
import { matchWords, standsInTitle, type Matching } from "./series-matching.ts";
import { toSeries } from "./series-rows.ts";
import type { Store } from "./store.ts";

/** What a reader looks for. Everything given must fit. */
export interface SeriesQuery {
  /** Words as typed. */
  readonly text?: string | undefined;
  /** Words that stand together in the title. */
  readonly phrases?: readonly string[] | undefined;
  /** Slug of a release. */
  readonly release?: string | undefined;
  /** A class of `classOf`: the same securities in every table. */
  readonly class?: string | undefined;
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

export type Facet = "release" | "class" | "measure" | "area";

/** One page of what was found, and how the whole is spread. */
export interface SeriesFound {
  readonly total: number;
  /** Best first; without words, by key, those published for comparison only after all others. */
  readonly series: readonly Series[];
  /** Most series first. A facet that is asked for counts its other values too. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** The words found instead of those typed, when no series has all of these. */
  readonly meant: readonly string[] | null;
}

/**
 * Series that fit. Words are found by their stems, the last one also by its beginning. When no series has them all,
 * misspelt ones are taken for the words most like them, and `meant` says for which.
 */
export async function searchSeries(store: Store, query: SeriesQuery): Promise<SeriesFound> {
  // PostgreSQL takes no text with a NUL in it.
  const matching = await matchWords(store, (query.text ?? "").replaceAll(/\p{Cc}/gu, " "));
  const together = (query.phrases ?? []).map(standsInTitle);
  const condition = Prisma.join([matching.condition, ...together], " AND ");
  return { ...(await searchWith(store, query, { ...matching, condition })), meant: matching.meant };
}

const facets = ["release", "class", "measure", "area"] as const;

/** Every series with the value it has for each facet, in a column of the facet's name. */
const described = Prisma.sql`(
  SELECT id, key, title, search_text, measure, release_slug, release_slug AS release, area_slug, area_slug AS area,
    coalesce(${JSON.stringify(classesByTable)}::jsonb ->> (release_slug || '.' || securities), securities) AS class
  FROM series) described`;

async function searchWith(
  store: Store,
  query: SeriesQuery,
  { condition, score }: Matching,
): Promise<Omit<SeriesFound, "meant">> {
  const fits = (facet: Facet) =>
    query[facet] === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`${Prisma.raw(facet)} = ${query[facet]}`;
  const allFit = (list: readonly Facet[]) => Prisma.join(list.map(fits), " AND ");
  const counts = facets.map(
    (facet) => Prisma.sql`
      SELECT ${facet} AS facet, ${Prisma.raw(facet)} AS value, count(*)::int AS count FROM matched
      WHERE ${allFit(facets.filter((other) => other !== facet))} GROUP BY ${Prisma.raw(facet)}`,
  );
  const [counted, page] = await Promise.all([
    store.prisma.$queryRaw<{ facet: Facet | "total"; value: string; count: number }[]>`
      WITH matched AS MATERIALIZED (SELECT ${Prisma.raw(facets.join(", "))} FROM ${described} WHERE ${condition})
      SELECT 'total' AS facet, '' AS value, count(*)::int AS count FROM matched WHERE ${allFit(facets)}
      UNION ALL ${Prisma.join(counts, " UNION ALL ")}
      ORDER BY count DESC, value`,
    store.prisma.$queryRaw<{ id: number }[]>`
      SELECT id FROM ${described} WHERE ${condition} AND ${allFit(facets)}
      ORDER BY ${score} DESC, key LIKE '%.comparison%', key LIMIT ${query.limit} OFFSET ${query.offset}`,
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
      class: countsOf("class"),
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
