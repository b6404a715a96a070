import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { bookkeeping, heldMigrations, requireUnedited, type Migration } from "#lib/store/migrate";
import {
  copyLine,
  dataMark,
  endMark,
  firstLines,
  formVersion,
  headMark,
  type BackupEnd,
  type BackupHead,
  type TableHash,
} from "./backup-format.ts";
import { BackupRefused } from "./backup-refused.ts";
import { madeBy } from "./made-by.ts";
import { copyOut, listSequences, listTables } from "./stored-tables.ts";
import { RowsGoingBy, streamOut } from "./table-hash.ts";

/** What a backup holds. */
export interface Dumped {
  readonly head: BackupHead;
  readonly end: BackupEnd;
  /** Tables that no migration makes: whoever made them keeps them. */
  readonly strangers: readonly string[];
}

/**
 * The store as a text in pg_dump's plain format: the migrations that it has had, its rows as COPY, in one transaction that psql
 * runs whole or not at all. `client` is in a transaction that sees one state. Throws a `BackupRefused` for a store whose
 * migrations this build does not know.
 */
export async function* dump(
  client: ClientBase,
  known: readonly Migration[],
  taken: Date,
): AsyncGenerator<Buffer, Dumped> {
  const hash = createHash("sha256");
  const said = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  const migrations = await migrationsOf(client, known);
  const head = await headOf(client, migrations, taken);
  yield said(schemaText(head, migrations));
  const made = madeBy(migrations);
  const tables: TableHash[] = [];
  const strangers: string[] = [];
  for (const table of await listTables(client)) {
    if (!made.has(table.name)) {
      strangers.push(table.name);
      continue;
    }
    yield said(`\n${copyLine(table.name, table.columns)}\n`);
    const rows = new RowsGoingBy();
    for await (const piece of streamOut(client, copyOut(table))) {
      rows.pass(piece);
      hash.update(piece);
      yield piece;
    }
    tables.push(rows.told(table.name));
    yield said("\\.\n");
  }
  const sequences = await listSequences(client, made);
  const set = sequences.map(
    ({ name, value }) => `SELECT pg_catalog.setval('public."${name}"', ${value}, true);\n`,
  );
  yield said(`\n${set.join("")}\nCOMMIT;\n\n--\n-- PostgreSQL database dump complete\n--\n\n`);
  const end = { sha256: hash.digest("hex"), tables, sequences: [...sequences] };
  yield Buffer.from(`${endMark}${JSON.stringify(end)}\n`);
  return { head, end, strangers };
}

async function migrationsOf(
  client: ClientBase,
  known: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ is_there: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS is_there`,
  );
  if (rows[0]?.is_there !== true) throw new BackupRefused("The database holds no store.");
  const held = await heldMigrations(client);
  const [newer] = requireUnedited(held, known);
  if (newer !== undefined) {
    throw new BackupRefused(
      `The store has had migration ${newer} of a newer Tickmark, which this one could not write down. Take the backup with the newer one.`,
    );
  }
  const names = new Set(held.map(({ name }) => name));
  return known.filter(({ name }) => names.has(name));
}

async function headOf(
  client: ClientBase,
  migrations: readonly Migration[],
  taken: Date,
): Promise<BackupHead> {
  const { rows } = await client.query<{ server: string }>(
    "SELECT split_part(current_setting('server_version'), ' ', 1) AS server",
  );
  return {
    version: formVersion,
    taken: taken.toISOString(),
    server: rows[0]?.server ?? "",
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
  };
}

function schemaText(head: BackupHead, migrations: readonly Migration[]): string {
  const schema = migrations.map(({ name, sql }) => `\n-- ${name}\n\n${sql.trimEnd()}\n`).join("");
  return `${firstLines}
-- The store of Tickmark, in the plain format of pg_dump. Into an empty database it goes with
-- "npx tickmark restore FILE", which checks every byte, or with "gunzip -c FILE | psql DATABASE".
${headMark}${JSON.stringify(head)}

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET DateStyle = 'ISO, YMD';
SET search_path = public;

BEGIN;
${bookkeeping};
${schema}
${dataMark}
`;
}
