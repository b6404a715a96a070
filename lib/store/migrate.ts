import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";

/** Serialises two migrating processes; any constant will do. */
const lockNumber = 7_716_310;

/** The table `prisma migrate` keeps, column by column, so that Prisma's own tools accept what was applied here. */
const bookkeeping = `
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

/**
 * Applies the migrations of `folder` that the database does not have, in the order of their names, each in a transaction
 * of its own with its bookkeeping row. Returns the names applied now. Throws when an applied migration was edited or is
 * no longer there: migrations are never changed afterwards.
 */
export async function migrate(
  databaseUrl: string,
  folder = path.join(process.cwd(), "prisma/migrations"),
): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    await client.query(bookkeeping);
    const known = await client.query<{ name: string; checksum: string }>(
      `SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    for (const { name, checksum } of known.rows) requireUnedited(name, checksum, migrations);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (known.rows.some((row) => row.name === migration.name)) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

function requireUnedited(name: string, checksum: string, migrations: readonly Migration[]): void {
  const migration = migrations.find((candidate) => candidate.name === name);
  if (migration?.checksum === checksum) return;
  const found = migration ? "has been edited since" : "is not in prisma/migrations";
  throw new Error(
    `The database has had migration ${name}, which ${found}. Restore it and put the change into a new migration.`,
  );
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed and was rolled back`, { cause });
  }
}
