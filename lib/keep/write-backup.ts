import { mkdir, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { readMigrations, type Migration } from "#lib/store/migrate";
import { BackupRefused } from "./backup-refused.ts";
import { dump, type Dumped } from "./dump.ts";
import { withSession, withStillStore } from "./keeping-session.ts";
import { restoreBackup } from "./restore-backup.ts";
import { differBetween, listSchemaFacts } from "./schema-facts.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { giveName, removeLeftOver, unfinishedName } from "./unfinished.ts";

export interface BackupOptions {
  /** Folder of the migrations. */
  readonly migrations: string;
  /** When it is taken. */
  readonly taken: Date;
  /** Restores it into a database beside the store, compares the two, and drops that. */
  readonly verify: boolean;
}

/** A backup that was taken. */
export interface BackupTaken extends Dumped {
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Writes the store as it is at this moment, while it is read and loaded: packed, unless the name ends with `.sql`. The file has its
 * name only when it is whole, on the disk and, with `verify`, found to bring back the same rows and the same tables. Throws a
 * `BackupRefused` for a file that is there, that cannot be written, or that does not bring back the same.
 */
export async function writeBackup(
  databaseUrl: string,
  file: string,
  { migrations: folder, taken, verify }: BackupOptions,
): Promise<BackupTaken> {
  if ((await stat(file).catch(() => null)) !== null) throw isThere(file);
  const known = await readMigrations(folder);
  await removeLeftOver(path.dirname(file));
  const unfinished = unfinishedName(file);
  try {
    const { facts, dumped } = await withStillStore(databaseUrl, async (client) => {
      const parts = dump(client, known, taken);
      const facts = await listSchemaFacts(client, known);
      return { facts, dumped: await write(unfinished, parts, !file.endsWith(".sql")) };
    });
    if (verify) await requireRestorable(databaseUrl, { unfinished, file, folder, known, facts });
    const { size: bytes } = await stat(unfinished);
    if (!(await giveName(unfinished, file))) throw isThere(file);
    await syncFolder(path.dirname(file));
    return { ...dumped, bytes };
  } catch (error) {
    // What cannot be taken away cannot be taken for a backup either.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw isFileError(error)
      ? new BackupRefused(`${file} could not be written: ${error.message}. No backup was taken.`, {
          cause: error,
        })
      : error;
  }
}

function isThere(file: string): BackupRefused {
  return new BackupRefused(
    `${file} is there already. A backup is never overwritten; give another name.`,
  );
}

async function write(
  file: string,
  parts: AsyncGenerator<Buffer, Dumped>,
  isPacked: boolean,
): Promise<Dumped> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, "wx", 0o600);
  let dumped: Dumped | undefined;
  async function* bytes(): AsyncGenerator<Buffer> {
    dumped = yield* parts;
  }
  await pipeline(
    Readable.from(bytes(), { objectMode: false }),
    isPacked ? createGzip() : new PassThrough(),
    // Closed when it is on the disk.
    handle.createWriteStream({ flush: true }),
  );
  if (!dumped) throw new Error("A backup was written that never ended");
  return dumped;
}

async function requireRestorable(
  databaseUrl: string,
  {
    unfinished,
    file,
    folder,
    known,
    facts,
  }: {
    readonly unfinished: string;
    readonly file: string;
    readonly folder: string;
    readonly known: readonly Migration[];
    readonly facts: readonly string[];
  },
): Promise<void> {
  await withScratchDatabase(databaseUrl, async (scratch) => {
    await restoreBackup(scratch, unfinished, { migrations: folder, asItWas: true });
    const found = await withSession(scratch, (client) => listSchemaFacts(client, known));
    const differences = differBetween(facts, found);
    if (differences.length === 0) return;
    throw new BackupRefused(
      `${file} was not kept: the store is not as its migrations make it, and a restored one would be another. Compared with the store, the restored one has:\n${differences.map((line) => `  ${line}\n`).join("")}Put the change into a migration, or take it back.`,
    );
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a disk, a folder or a right can do to a file; a lost connection has other names. */
const fileErrors: ReadonlySet<unknown> = new Set(
  "ENOSPC EDQUOT EFBIG EIO EROFS EACCES EPERM ENOENT ENOTDIR EISDIR EEXIST ENAMETOOLONG".split(" "),
);

function isFileError(error: unknown): error is Error {
  return (
    error instanceof Error && "syscall" in error && "code" in error && fileErrors.has(error.code)
  );
}
