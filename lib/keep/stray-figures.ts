import type { Store } from "#lib/store/store";
import type { Finding } from "./finding.ts";

interface StrayRow {
  release: string;
  date: string;
  figures: number;
  /** The first of them, as "key period". */
  first: string;
  is_vintage: boolean;
}

const fix =
  "a load never writes such figures, so they were written by other means: restore a backup from before (npx tickmark restore), or make the store anew from the files";

/**
 * Figures that no vintage can have brought, of all releases: those of a day on which the release has no vintage, and those of a
 * period that the vintage of their day does not speak about. A withdrawal, and a figure that is said again because an older
 * vintage came late, are of periods that their vintage speaks about. A finding for each release and day.
 */
export async function strayFigures(store: Store): Promise<Finding[]> {
  const { rows } = await store.pool.query<StrayRow>(
    `SELECT s.release_slug AS release, o.vintage_date::text AS date, count(*)::int AS figures,
       min(s.key || ' ' || o.period COLLATE "C") AS first,
       EXISTS (SELECT FROM vintage v WHERE v.release_slug = s.release_slug AND v.date = o.vintage_date) AS is_vintage
     FROM observation o JOIN series s ON s.id = o.series_id
     WHERE NOT EXISTS (SELECT FROM coverage c WHERE c.release_slug = s.release_slug AND c.vintage_date = o.vintage_date
       AND c.section = s.section AND o.period BETWEEN c.first_period AND c.last_period)
     GROUP BY s.release_slug, o.vintage_date ORDER BY s.release_slug COLLATE "C", o.vintage_date`,
  );
  return rows.map(({ release, date, figures, first, is_vintage: isVintage }) => ({
    where: `${release} ${date}`,
    expected: isVintage
      ? "no figures of periods that this vintage does not speak about"
      : `no figures, for ${release} has no vintage of that day`,
    found: `${figures}, ${first} first`,
    fix,
  }));
}
