import { randomBytes } from "node:crypto";
import { Pool } from "pg";
import { z } from "zod";

/** What one asker took since the last time, in milliseconds until it will have come back. */
export interface TakenAllowance {
  /** The hash of the asker, by the secret salt of the day. */
  readonly asker: string;
  readonly milliseconds: number;
}

/** What all processes together know. */
export interface SharedCount {
  /** The salt of today; what askers are hashed with is made of it (`allowance-salt.ts`). */
  readonly salt: string;
  /** When this was told, by the database's clock: what to ask from next time. */
  readonly at: string;
  /** Askers whose allowance changed since then, with the milliseconds until it is full again. */
  readonly askers: readonly { readonly asker: string; readonly left: number }[];
}

/** The most askers that one answer names, those who have taken most first. */
const most = 5_000;
/** Transactions end a little after the time they write down. */
const overlap = "2 seconds";
const patience = 2_000;

/**
 * A connection for counting: the one thing that a web process writes, so its transactions may, where the role's usually may not.
 * What takes longer than two seconds is given up: the count of this process alone is good enough meanwhile.
 */
export function openAllowances(databaseUrl: string): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    statement_timeout: patience,
    lock_timeout: patience,
    options: "-c default_transaction_read_only=off -c datestyle=ISO",
  });
  // A connection that dies while nobody uses it is dropped, and the next round opens another.
  pool.on("error", () => undefined);
  return pool;
}

/** Adds what askers took here to what all took. In the order of their names, so that two processes never wait for each other. */
export async function addAllowances(pool: Pool, taken: readonly TakenAllowance[]): Promise<void> {
  if (taken.length === 0) return;
  const sorted = [...taken].sort((one, other) => (one.asker < other.asker ? -1 : 1));
  await pool.query({
    name: "add-allowances",
    text: `INSERT INTO allowance AS known (asker, full_at, changed_at)
      SELECT asker, now() + took * interval '1 millisecond', clock_timestamp()
      FROM unnest($1::text[], $2::float8[]) AS given (asker, took)
      ON CONFLICT (asker) DO UPDATE SET changed_at = EXCLUDED.changed_at,
        full_at = greatest(known.full_at, now()) + (EXCLUDED.full_at - now())`,
    values: [sorted.map(({ asker }) => asker), sorted.map(({ milliseconds }) => milliseconds)],
  });
}

const answerShape = z.object({ salt: z.string().nullable(), at: z.string() });
const askersShape = z.array(z.object({ asker: z.string(), left: z.number() }));

/** What changed since `since` (null: all that is still being waited for). The first who asks on a day makes its salt. */
export async function readAllowances(pool: Pool, since: string | null): Promise<SharedCount> {
  const told = await pool.query({
    name: "read-allowance-salt",
    text: `SELECT now()::text AS at, (SELECT salt FROM allowance_salt WHERE day = (now() AT TIME ZONE 'UTC')::date) AS salt`,
  });
  const { salt, at } = answerShape.parse(told.rows[0]);
  const changed = await pool.query({
    name: "read-allowances",
    text: `SELECT asker, (extract(epoch FROM full_at - clock_timestamp()) * 1000)::float8 AS left FROM allowance
      WHERE full_at > now() AND ($1::timestamptz IS NULL OR changed_at > $1::timestamptz - interval '${overlap}')
      ORDER BY full_at DESC LIMIT ${most}`,
    values: [since],
  });
  return { salt: salt ?? (await makeSalt(pool)), at, askers: askersShape.parse(changed.rows) };
}

async function makeSalt(pool: Pool): Promise<string> {
  await pool.query(
    `INSERT INTO allowance_salt (day, salt) VALUES ((now() AT TIME ZONE 'UTC')::date, $1) ON CONFLICT DO NOTHING`,
    [randomBytes(32).toString("base64")],
  );
  // The salt of another may have been quicker, and this is then that one.
  const { rows } = await pool.query(
    `SELECT now()::text AS at, salt FROM allowance_salt WHERE day = (now() AT TIME ZONE 'UTC')::date`,
  );
  const { salt } = answerShape.parse(rows[0]);
  if (salt === null) throw new Error("The salt of the day was not kept");
  return salt;
}

/** Forgets allowances that are full again, and the salts of days that are over. What somebody adds to just now stays until next time. */
export async function forgetAllowances(pool: Pool): Promise<void> {
  // In the order in which they are added to, so that nobody waits for somebody who waits.
  await pool.query(
    `DELETE FROM allowance WHERE asker IN
      (SELECT asker FROM allowance WHERE full_at < now() ORDER BY asker COLLATE "C" FOR UPDATE SKIP LOCKED)`,
  );
  await pool.query("DELETE FROM allowance_salt WHERE day < (now() AT TIME ZONE 'UTC')::date");
}
