import { finished } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import {
  applyMigration,
  bookkeeping,
  migrationLock,
  readMigrations,
  type Migration,
} from "#lib/store/migrate";
import { copyLine, type BackupHead } from "./backup-format.ts";
import { BackupRefused } from "./backup-refused.ts";
import { emptyDatabase, whatIsHeld } from "./empty-database.ts";
import { withSession } from "./keeping-session.ts";
import { readBackup, type Backup, type RowsTaker } from "./read-backup.ts";
import { listTables } from "./stored-tables.ts";
import { hashTable } from "./table-hash.ts";

export interface RestoreOptions {
  /** Folder of the migrations. */
  readonly migrations: string;
  /** Throws away what the database holds; without it a database that holds anything is refused. */
  readonly replace?: boolean;
  /** Leaves the store as old as the backup, to compare the two. */
  readonly asItWas?: boolean;
}

/** What was restored. */
export interface Restored extends Backup {
  /** Migrations that the backup had not had, applied now. */
  readonly migrated: readonly string[];
}

/**
 * Restores a backup in one transaction: the migrations it had had, from our own folder and never from the file, its rows, and the
 * newer migrations. Before that ends, every table is read again and must have the rows and the hash that the backup was taken
 * with. Triggers are in force all along. Throws a `BackupRefused`; then, or when anything breaks, the database is as it was.
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  { migrations: folder, replace = false, asItWas = false }: RestoreOptions,
): Promise<Restored> {
  const { head } = await readBackup(file);
  const known = await readMigrations(folder);
  const { had, newer } = divide(head, known, file);
  return withSession(databaseUrl, async (client) => {
    await client.query("BEGIN");
    await client.query(
      "SELECT pg_advisory_xact_lock($1), pg_advisory_xact_lock(hashtext('tickmark.append'))",
      [migrationLock],
    );
    const held = await whatIsHeld(client);
    if (held !== null && !replace) throw new BackupRefused(notEmpty(held));
    if (held !== null) await emptyDatabase(client);
    await client.query(bookkeeping);
    for (const { sql } of had) await client.query(sql);
    const backup = await readBackup(file, rowsInto(client));
    await setSequences(client, backup);
    await requireSame(client, backup, file);
    if (!asItWas) for (const migration of newer) await applyMigration(client, migration);
    await client.query("COMMIT");
    // What the planner knows of empty tables would make the first reads slow.
    await client.query("ANALYZE");
    return { ...backup, migrated: asItWas ? [] : newer.map(({ name }) => name) };
  });
}

function notEmpty(held: string): string {
  return `The database is not empty: it holds ${held}. Restore into an empty one, or say --replace to throw that away (npx tickmark backup keeps it before).`;
}

/** The migrations that a backup had had, and those that came after it. */
function divide(head: BackupHead, known: readonly Migration[], file: string) {
  for (const { name, checksum } of head.migrations) {
    const migration = known.find((one) => one.name === name);
    if (migration?.checksum === checksum) continue;
    const why = migration
      ? `its migration ${name} is not the one of this Tickmark`
      : `it has had migration ${name}, which this Tickmark does not know: a newer one made it`;
    throw new BackupRefused(`${file}: ${why}. Restore it with the Tickmark that made it.`);
  }
  const names = new Set(head.migrations.map(({ name }) => name));
  return {
    had: known.filter(({ name }) => names.has(name)),
    newer: known.filter(({ name }) => !names.has(name)),
  };
}

/**
 * Streams rows into the tables. What PostgreSQL refuses, such as a row that a trigger refuses, is thrown. Each piece waits for
 * the one before, and none is sent once one was refused: the stream would then fail on itself and hide the reason.
 */
function rowsInto(client: ClientBase): RowsTaker {
  let stream: ReturnType<typeof copyFrom> | undefined;
  let done: Promise<void> = Promise.resolve();
  let refusal: Error | undefined;
  return {
    begin: (table, columns) => {
      stream = client.query(copyFrom(copyLine(table, columns).replace(/;$/, "")));
      stream.on("error", (error) => (refusal ??= error));
      done = finished(stream, { readable: false });
      // Told when the rows end; before that a write fails as well.
      done.catch(() => undefined);
      return Promise.resolve();
    },
    rows: async (bytes) => {
      if (refusal) throw refusal;
      const written = new Promise<void>((resolve, reject) => {
        stream?.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
      await Promise.race([written, done]);
    },
    end: async () => {
      if (refusal) throw refusal;
      stream?.end();
      await done;
    },
  };
}

async function setSequences(client: ClientBase, { end }: Backup): Promise<void> {
  for (const { name, value } of end.sequences) {
    await client.query("SELECT setval(('public.' || quote_ident($1))::regclass, $2::bigint)", [
      name,
      value,
    ]);
  }
}

/** Reads every table again and compares it with what the backup was taken from. */
async function requireSame(client: ClientBase, { end }: Backup, file: string): Promise<void> {
  const tables = await listTables(client);
  for (const expected of end.tables) {
    const table = tables.find(({ name }) => name === expected.name);
    const found = table && (await hashTable(client, table));
    if (found?.rows === expected.rows && found.sha256 === expected.sha256) continue;
    throw new BackupRefused(
      `${file}: the table ${expected.name} did not come back as it was: expected ${expected.rows} rows (SHA-256 ${expected.sha256}), found ${found?.rows ?? "no table"} (${found?.sha256 ?? ""}). Nothing was restored.`,
    );
  }
}
