import { randomBytes } from "node:crypto";
import { escapeIdentifier, type Client } from "pg";
import { BackupRefused } from "./backup-refused.ts";
import { withSession } from "./keeping-session.ts";

const prefix = "tickmark_scratch_";

/**
 * Makes an empty database on the server of `databaseUrl`, hands over its address, and drops it, also when the task throws. One
 * that a dead process left is dropped by the next that asks. Throws a `BackupRefused` when the user may not make databases.
 */
export async function withScratchDatabase<T>(
  databaseUrl: string,
  task: (scratchUrl: string) => Promise<T>,
): Promise<T> {
  return withSession(databaseUrl, async (client) => {
    await dropAbandoned(client);
    const name = `${prefix}${randomBytes(6).toString("hex")}`;
    // Says for as long as this process lives that the database is wanted, to all databases of the server.
    await client.query("SELECT set_config('application_name', $1, false)", [name]);
    await create(client, name);
    let done: T;
    try {
      done = await task(Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href);
    } catch (error) {
      // Why the task failed is what must be told; what cannot be dropped now, the next that asks drops.
      await drop(client, name).catch(() => undefined);
      throw error;
    }
    await drop(client, name);
    return done;
  });
}

async function create(client: Client, name: string): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "42501")) throw cause;
    throw new BackupRefused(
      "The user of DATABASE_URL may not make databases, so nothing can be tried out beside the store. Give it CREATEDB, or leave the trial out (backup --no-verify) and restore the file elsewhere.",
      { cause },
    );
  }
}

async function dropAbandoned(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname::text AS name FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
     WHERE starts_with(datname, $1) AND rolname = current_user
       AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.application_name = d.datname)`,
    [prefix],
  );
  for (const { name } of rows) await drop(client, name);
}

async function drop(client: Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}
