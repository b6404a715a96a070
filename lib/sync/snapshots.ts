import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { hashOf } from "#lib/sources/seed";
import type { Fields } from "./exchange.ts";
import { writeAtomically } from "./write-atomically.ts";

/** What is written beside kept bytes, for a person who wonders what they are. */
export interface SnapshotRecord {
  readonly release: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When these bytes came, as an instant in UTC. */
  readonly fetchedAt: string;
  /** The header fields they came with. */
  readonly fields: Fields;
  /** What became of them when they were looked at last. */
  readonly outcome: string;
  readonly vintage: string | null;
  /** Why they were refused: `kind: message` each. */
  readonly problems: readonly string[];
}

/** Where bytes of this hash are kept. */
export function snapshotFile(folder: string, sha256: string): string {
  return path.join(folder, sha256);
}

/** Keeps bytes under their SHA-256, those that are refused too. What is kept already is left alone, unless it is damaged. */
export async function keepSnapshot(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  await mkdir(folder, { recursive: true });
  if ((await readSnapshot(folder, sha256)) === null) {
    await writeAtomically(snapshotFile(folder, sha256), bytes);
  }
  return sha256;
}

/** The bytes kept under a hash, or null when they are not there or no longer those. */
export async function readSnapshot(folder: string, sha256: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(snapshotFile(folder, sha256));
    return hashOf(bytes) === sha256 ? bytes : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Writes `<sha256>.json` beside the bytes. */
export async function writeRecord(folder: string, record: SnapshotRecord): Promise<void> {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await writeAtomically(path.join(folder, `${record.sha256}.json`), text);
}
