import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Store } from "./store.ts";

const outcomes = ["loaded", "held", "refused", "failed"] as const;

/** What came of asking the publisher for a release. */
export interface SyncOutcome {
  readonly release: string;
  readonly at: Date;
  /** `loaded`: a new vintage; `held`: one that is held; `refused`: a file that is not to be loaded; `failed`: no file. */
  readonly outcome: (typeof outcomes)[number];
  /** The vintage that the file is, where it is one. */
  readonly vintage: VintageDate | null;
  /** When a file last came that was loaded or held; null when none ever did. */
  readonly goodAt: Date | null;
  /** Why it was refused, or did not come. */
  readonly reason: string | null;
}

/** A reason is a line. */
const longestReason = 500;

/** Keeps what came of asking for a release in the place of what came of it before. No fact of the data: only the last counts. */
export async function recordSyncOutcome(
  { pool }: Store,
  { release, at, outcome, vintage, reason }: Omit<SyncOutcome, "goodAt">,
): Promise<void> {
  const isGood = outcome === "loaded" || outcome === "held";
  await pool.query(
    `INSERT INTO sync_outcome (release_slug, at, outcome, vintage_date, good_at, reason)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (release_slug) DO UPDATE SET at = excluded.at, outcome = excluded.outcome,
       vintage_date = excluded.vintage_date, reason = excluded.reason,
       good_at = coalesce(excluded.good_at, sync_outcome.good_at)`,
    [release, at, outcome, vintage, isGood ? at : null, reason?.slice(0, longestReason) ?? null],
  );
}

/** What came of asking for each release last, in the order of their slugs; nothing of those that were never asked for. */
export async function listSyncOutcomes({ pool }: Store): Promise<SyncOutcome[]> {
  const { rows } = await pool.query<{
    release: string;
    at: Date;
    outcome: string;
    vintage: string | null;
    good_at: Date | null;
    reason: string | null;
  }>(
    `SELECT release_slug AS release, at, outcome, vintage_date::text AS vintage, good_at, reason
     FROM sync_outcome ORDER BY release_slug COLLATE "C"`,
  );
  return rows.map(({ release, at, outcome, vintage, good_at: goodAt, reason }) => {
    const known = outcomes.find((one) => one === outcome);
    if (known === undefined) throw new Error(`The store holds an impossible outcome: ${outcome}`);
    const day = vintage !== null && isVintageDate(vintage) ? vintage : null;
    return { release, at, outcome: known, vintage: day, goodAt, reason };
  });
}
