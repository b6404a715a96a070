import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import {
  dataMark,
  endMark,
  endShape,
  firstLines,
  formVersion,
  headMark,
  headShape,
  parseCopyLine,
  type BackupEnd,
  type BackupHead,
} from "./backup-format.ts";
import { BackupRefused } from "./backup-refused.ts";
import { wholeLines } from "./whole-lines.ts";

/** What a backup says of itself. */
export interface Backup {
  readonly head: BackupHead;
  readonly end: BackupEnd;
}

/** What is done with the rows of a backup as they are read. */
export interface RowsTaker {
  begin(table: string, columns: readonly string[]): Promise<void>;
  /** Whole rows in the text format of COPY. */
  rows(bytes: Buffer): Promise<void>;
  end(): Promise<void>;
}

const nothing: RowsTaker = {
  begin: () => Promise.resolve(),
  rows: () => Promise.resolve(),
  end: () => Promise.resolve(),
};

/**
 * Reads a backup from its first byte to its last and gives what it says of itself, when that is true of all that was read.
 * Throws a `BackupRefused` for a file that cannot be read, was made by another program, is cut short or damaged; by then
 * `taker` may have been given some of it.
 */
export async function readBackup(file: string, taker: RowsTaker = nothing): Promise<Backup> {
  const blocks = wholeLines(await openText(file));
  const hash = createHash("sha256");
  let head: BackupHead | null = null;
  let end: BackupEnd | null = null;
  let place: "schema" | "between" | "rows" = "schema";
  try {
    for await (const block of blocks) {
      let at = 0;
      while (at < block.length) {
        if (end !== null) throw damaged(file, "something stands behind its end");
        const upTo = place === "rows" ? endOfRows(block, at) : block.indexOf(10, at) + 1;
        const piece = block.subarray(at, upTo > at ? upTo : block.length);
        at += piece.length;
        const line = place === "rows" ? "" : piece.toString("utf8").trimEnd();
        if (line.startsWith(endMark)) {
          end = parseMark(line, endMark, endShape, file);
          continue;
        }
        hash.update(piece);
        if (place === "rows") {
          const isEnd = piece.length === 3 && piece.equals(endOfTable);
          await (isEnd ? taker.end() : taker.rows(piece));
          if (isEnd) place = "between";
        } else if (place === "between") {
          const copy = parseCopyLine(line);
          if (copy === null) continue;
          await taker.begin(copy.table, copy.columns);
          place = "rows";
        } else if (line.startsWith(headMark)) head = readHead(line, file);
        else if (line === dataMark) place = "between";
      }
    }
  } catch (error) {
    throw isZlibError(error) ? damaged(file, error.message) : error;
  }
  if (head === null) throw foreign(file);
  if (end === null) throw damaged(file, "its end is missing");
  if (hash.digest("hex") !== end.sha256) throw damaged(file, "its text is not what was written");
  return { head, end };
}

const endOfTable = Buffer.from("\\.\n");

/** Where a piece of rows ends: at the line that ends the table, behind it when it is that line, or with the block. */
function endOfRows(block: Buffer, at: number): number {
  if (block.subarray(at, at + 3).equals(endOfTable)) return at + 3;
  const found = block.indexOf("\n\\.\n", at);
  return found === -1 ? block.length : found + 1;
}

function readHead(line: string, file: string): BackupHead {
  const head = parseMark(line, headMark, headShape, file);
  if (head.version === formVersion) return head;
  throw new BackupRefused(
    `${file} has the form ${head.version} of backups, and this Tickmark reads form ${formVersion}. Restore it with the Tickmark that made it.`,
  );
}

function parseMark<T>(line: string, mark: string, shape: z.ZodType<T>, file: string): T {
  try {
    return shape.parse(JSON.parse(line.slice(mark.length)));
  } catch (cause) {
    throw damaged(file, "what it says of itself cannot be read", cause);
  }
}

function damaged(file: string, why: string, cause?: unknown): BackupRefused {
  return new BackupRefused(
    `${file} is damaged or cut short: ${why}. Fetch it again from where backups are kept, or take an older one.`,
    { cause },
  );
}

function foreign(file: string): BackupRefused {
  return new BackupRefused(
    `${file} is no backup of Tickmark. If pg_dump made it, psql or pg_restore reads it: restore it with that.`,
  );
}

/** The text of a file, unpacked when it is packed; refused when it is no backup of ours. */
async function openText(file: string): Promise<AsyncIterable<Buffer>> {
  const start = await startOf(file);
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  if (!isPacked && !start.toString("utf8").startsWith(firstLines)) {
    if (start.length === 0) throw damaged(file, "it is empty");
    throw foreign(file);
  }
  const bytes = createReadStream(file);
  if (!isPacked) return bytes;
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  // Whoever reads `unpacked` is told of what goes wrong in either.
  pipeline(bytes, unpacked, () => undefined);
  return unpacked;
}

async function startOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackupRefused(`${file} cannot be read: ${why}`, { cause });
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
