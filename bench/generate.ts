import type { Client } from "pg";
import type { Series } from "#lib/series/series";
import { asVintageDate } from "./vintage-days.ts";

/** How a generated store came out. */
export interface GeneratedStore {
  readonly releases: number;
  readonly series: number;
  readonly vintages: number;
  readonly observations: number;
}

/** Months that a first vintage brings, and vintages after it: a table such as slt_table1.txt over three years. */
const firstMonths = 40;
const laterVintages = 36;
/** Each later vintage brings a month and revises the three before it. */
const revised = 3;
const perSeries = firstMonths + laterVintages * (1 + revised);

/**
 * Fills an empty store, migrated before, with at least `observations` rows of the shape of Table 1: releases of 1,710
 * series, a first vintage of forty months, then a vintage a month that brings one month and revises three. Rows lie on disk
 * in the order in which vintages would have been loaded. Values are arbitrary; the same for the same arguments.
 */
export async function generateStore(
  client: Client,
  model: readonly Series[],
  observations: number,
): Promise<GeneratedStore> {
  const releases = Math.max(1, Math.round(observations / (perSeries * model.length)));
  await client.query("SET synchronous_commit = off");
  await client.query("SET maintenance_work_mem = '1GB'");
  await insertCatalogue(client, model, releases);
  // The key is built once at the end: row by row it would take most of the time.
  await client.query("ALTER TABLE observation DROP CONSTRAINT observation_pkey");
  await client.query("ALTER TABLE observation DISABLE TRIGGER observation_has_series");
  for (let vintage = 0; vintage <= laterVintages; vintage++) await insertVintage(client, vintage);
  await client.query(
    "ALTER TABLE observation ADD CONSTRAINT observation_pkey PRIMARY KEY (series_id, period, vintage_date)",
  );
  await client.query("ALTER TABLE observation ENABLE TRIGGER observation_has_series");
  await client.query("VACUUM (ANALYZE) observation");
  await client.query("ANALYZE");
  return {
    releases,
    series: releases * model.length,
    vintages: releases * (laterVintages + 1),
    observations: releases * model.length * perSeries,
  };
}

/** Slug of the release that reads are measured in: one in the middle. */
export function generatedRelease(releases: number): string {
  return `generated${Math.ceil(releases / 2)}`;
}

async function insertCatalogue(
  client: Client,
  model: readonly Series[],
  releases: number,
): Promise<void> {
  await client.query(
    `INSERT INTO area (slug, name, kind)
     SELECT DISTINCT area, area, 'country'::area_kind FROM unnest($1::text[]) AS t (area)`,
    [model.map(({ area }) => area)],
  );
  await client.query(
    `INSERT INTO release (slug, title, publisher, url, licence)
     SELECT 'generated' || n, 'Generated table ' || n, 'Nobody', 'https://example.test/' || n, 'None'
     FROM generate_series(1, $1::int) AS n`,
    [releases],
  );
  await client.query(
    `INSERT INTO series (key, release_slug, securities, measure, area_slug, title, kind, unit, multiplier, frequency,
       sign_convention, source_file, source_field, source_row, names, search_text)
     SELECT 'generated' || n || '.' || t.rest, 'generated' || n, t.securities, t.measure, t.area, t.title,
       t.kind::series_kind, 'USD', 6, 'monthly', 'Arbitrary.', 'generated.txt', t.measure, t.area, '{}', t.title
     FROM generate_series(1, $1::int) AS n
       CROSS JOIN unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         AS t (rest, securities, measure, area, title, kind)
     ORDER BY n, t.rest`,
    [
      releases,
      model.map(({ key }) => key.slice(key.indexOf(".") + 1)),
      model.map(({ securities }) => securities),
      model.map(({ measure }) => measure),
      model.map(({ area }) => area),
      model.map(({ title }) => title),
      model.map(({ kind }) => kind),
    ],
  );
}

async function insertVintage(client: Client, vintage: number): Promise<void> {
  const date = asVintageDate(vintage);
  const last = firstMonths - 1 + vintage;
  const first = vintage === 0 ? 0 : last - revised;
  await client.query(
    `WITH bytes AS (
       INSERT INTO snapshot (sha256, release_slug, file_name, url, bytes)
       SELECT encode(sha256((slug || $1)::bytea), 'hex'), slug, 'generated.txt', url, 1 FROM release
       RETURNING sha256, release_slug
     ), vintages AS (
       INSERT INTO vintage (release_slug, date, snapshot_sha256, first_period, last_period, appended)
       SELECT release_slug, $1::date, sha256, '2020-01', to_char('2020-01-01'::date + make_interval(months => $2), 'YYYY-MM'), 0
       FROM bytes RETURNING release_slug, date, first_period, last_period
     )
     INSERT INTO coverage (release_slug, vintage_date, section, first_period, last_period)
     SELECT release_slug, date, '', first_period, last_period FROM vintages`,
    [date, last],
  );
  await client.query(
    `INSERT INTO observation (series_id, period, vintage_date, value, status, source_line, source_column)
     SELECT s.id, to_char('2020-01-01'::date + make_interval(months => m), 'YYYY-MM'), $1::date,
       ((s.id::bigint * 7919 + m * 104729 + $4) % 2000003 - 1000000)::decimal, 'normal', m + 10, 4
     FROM series s CROSS JOIN generate_series($2::int, $3::int) AS m
     ORDER BY s.id, m`,
    [date, first, last, vintage],
  );
}
