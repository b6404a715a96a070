import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client, type ClientBase } from "pg";

/** Serialises two processes that migrate or restore; any constant will do. */
export const migrationLock = 7_716_310;

/** The table `prisma migrate` keeps, column by column, so that Prisma's own tools accept what was applied here. */
export const bookkeeping = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** How a migration begins that the builds before it cannot work with. Its bookkeeping row tells them so. */
export const breaksOlderBuilds = "-- Breaks older builds";

/**
 * Applies the migrations of `folder` that the database does not have, in the order of their names, each in a transaction
 * of its own with its bookkeeping row. Returns the names applied now, and those of a newer build that this one does not know:
 * during a deploy two builds share a database, and migrations only add, so the older one goes on. Throws when the newer one
 * says that it cannot, and when an applied migration was edited or is no longer there.
 */
export async function migrate(
  databaseUrl: string,
  folder = path.join(process.cwd(), "prisma/migrations"),
): Promise<{ applied: string[]; ahead: string[] }> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await client.query(bookkeeping);
    const held = await heldMigrations(client);
    const ahead = requireUnedited(held, migrations);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (held.some(({ name }) => name === migration.name)) continue;
      await applyAlone(client, migration);
      applied.push(migration.name);
    }
    return { applied, ahead };
  } finally {
    await client.end();
  }
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The migrations of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** A migration that a database has had. */
export interface HeldMigration {
  readonly name: string;
  readonly checksum: string;
  /** What the build that applied it has to say to others. */
  readonly logs: string | null;
}

/** Those that went through, in the order of their names. The table must be there. */
export async function heldMigrations(client: ClientBase): Promise<HeldMigration[]> {
  const { rows } = await client.query<HeldMigration>(
    `SELECT migration_name AS name, checksum, logs FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

/** Throws as `migrate` does; gives the names of those that are newer than all that are known. */
export function requireUnedited(
  held: readonly HeldMigration[],
  known: readonly Migration[],
): string[] {
  const newest = known.at(-1)?.name ?? "";
  const ahead: string[] = [];
  for (const { name, checksum, logs } of held) {
    const migration = known.find((candidate) => candidate.name === name);
    if (migration?.checksum === checksum) continue;
    if (!migration && name > newest) {
      if (logs?.startsWith(breaksOlderBuilds) === true) throw new Error(tooOld(name));
      ahead.push(name);
      continue;
    }
    const found = migration ? "has been edited since" : "is not in prisma/migrations";
    throw new Error(
      `The database has had migration ${name}, which ${found}. Restore it and put the change into a new migration.`,
    );
  }
  return ahead;
}

function tooOld(name: string): string {
  return `The database has had migration ${name} of a newer Tickmark, with which this older one cannot work. Start the newer one.`;
}

/** Applies a migration and leaves its bookkeeping row, within the transaction of the caller. */
export async function applyMigration(
  client: ClientBase,
  { name, sql, checksum }: Migration,
): Promise<void> {
  const logs = sql.startsWith(breaksOlderBuilds) ? breaksOlderBuilds : null;
  await client.query(sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, now(), 1)`,
    [randomUUID(), checksum, name, logs],
  );
}

async function applyAlone(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await applyMigration(client, migration);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${migration.name} failed and was rolled back`, { cause });
  }
}
