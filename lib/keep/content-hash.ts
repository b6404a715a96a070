import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { streamOut } from "./table-hash.ts";
import { wholeLines } from "./whole-lines.ts";

/** What one vintage says, as a hash. */
export interface VintageHash {
  readonly release: string;
  readonly date: string;
  readonly sha256: string;
}

/** What a store says, as a hash, and what each of its vintages says, by release and date. */
export interface ContentHash {
  readonly sha256: string;
  readonly vintages: readonly VintageHash[];
}

/**
 * The content hash of a store: of what was published and on which day. Of each vintage these are the SHA-256 and size of its
 * file, the periods it speaks about, and each figure that it changes against the vintage before; of each series what its key
 * stands for. Not in it: numbers given by the database, times of loading, who fetched what, the words of editors, places in the
 * file (an older vintage that comes late leaves them out for the next), zeros at the end of a figure, and what does not add up,
 * which later builds find more of. So two stores that were given the same files have the same hash, in whatever order, by
 * whatever build.
 */
export async function hashContent(client: ClientBase): Promise<ContentHash> {
  const vintages: VintageHash[] = [];
  let hash = createHash("sha256");
  let current = "";
  const close = (): void => {
    const [release = "", date = ""] = current.split("\t");
    if (current !== "") vintages.push({ release, date, sha256: hash.digest("hex") });
  };
  for await (const block of wholeLines(streamOut(client, contentLines))) {
    for (const line of block.toString("utf8").split("\n").slice(0, -1)) {
      const vintage = line.slice(0, line.indexOf("\t", line.indexOf("\t") + 1));
      if (vintage !== current) {
        close();
        hash = createHash("sha256");
        current = vintage;
      }
      hash.update(`${line}\n`);
    }
  }
  close();
  const whole = createHash("sha256").update("tickmark content 1\n");
  for await (const piece of streamOut(client, seriesLines)) whole.update(piece);
  for (const { release, date, sha256 } of vintages) whole.update(`${release} ${date} ${sha256}\n`);
  return { sha256: whole.digest("hex"), vintages };
}

/** Release, date, what kind of fact, and the fact: in order, so that each vintage's lines stand together. */
const contentLines = `COPY (
  SELECT release, date, fact, a, b, c FROM (
    SELECT v.release_slug AS release, v.date, 1 AS fact, v.snapshot_sha256::text AS a, f.bytes::text AS b,
        concat_ws(' ', v.first_period, v.last_period) AS c
      FROM vintage v JOIN snapshot f ON f.sha256 = v.snapshot_sha256
    UNION ALL SELECT release_slug, vintage_date, 2, section, first_period, last_period FROM coverage
    UNION ALL SELECT s.release_slug, o.vintage_date, 3, s.key, o.period, concat_ws(' ', o.status, trim_scale(o.value))
      FROM (
        SELECT *, lag(status) OVER known AS status_before, lag(value) OVER known AS value_before FROM observation
        WINDOW known AS (PARTITION BY series_id, period ORDER BY vintage_date)
      ) o JOIN series s ON s.id = o.series_id
      WHERE (COALESCE(o.status_before, 'withdrawn'), o.value_before) IS DISTINCT FROM (o.status, o.value)
  ) facts
  ORDER BY release COLLATE "C", date, fact, a COLLATE "C", b COLLATE "C", c COLLATE "C"
) TO STDOUT`;

/** What a key stands for, which never changes. */
const seriesLines = `COPY (
  SELECT key, release_slug, securities, measure, area_slug, kind, unit, multiplier, frequency, window_months, section
  FROM series ORDER BY key COLLATE "C"
) TO STDOUT`;
