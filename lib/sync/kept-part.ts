import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { hashOf } from "#lib/sources/seed";
import { partOf, type Part } from "./part.ts";
import { writeAtomically } from "./write-atomically.ts";

/** The beginning of one release's file on the disk while it is fetched, so that a process that is killed can be followed. */
export interface KeptPart {
  /** What an earlier process left of this file: null when nothing, or nothing that can be trusted. */
  read(mostBytes: number): Promise<Part | null>;
  /** Told of every piece that comes; writes now and then what has come so far. */
  progress(length: number, soFar: () => Part | null): void;
  /** At the end of an attempt: keeps what is to be gone on with, or nothing. */
  settle(part: Part | null): Promise<void>;
  /** Waits for a write under way. */
  idle(): Promise<void>;
}

/** So many bytes more are worth another write. The first piece always is. */
const step = 131_072;

/** `<release>.part` beside the state: a line of JSON, then the bytes, written together or not at all. */
export function keepPart(folder: string, release: string, url: URL): KeptPart {
  const file = path.join(folder, `${release}.part`);
  let writing: Promise<void> | null = null;
  let failure: Error | null = null;
  let next = 0;
  return {
    async read(mostBytes) {
      await removeUnfinished(file);
      const part = await readPart(file, url, mostBytes);
      next = part ? part.body.length + step : 0;
      return part;
    },
    progress(length, soFar) {
      if (writing || length < next) return;
      const part = soFar();
      if (!part) return;
      next = length + step;
      writing = writePart(file, url, part)
        .catch((error: unknown) => {
          failure =
            error instanceof Error ? error : new Error(`${file} not written`, { cause: error });
        })
        .finally(() => (writing = null));
    },
    async settle(part) {
      await writing;
      if (failure) throw failure;
      next = part ? part.body.length + step : 0;
      await (part ? writePart(file, url, part) : rm(file, { force: true }));
    },
    async idle() {
      await writing;
    },
  };
}

const heading = z.strictObject({
  form: z.literal(1),
  url: z.url(),
  /** Of the bytes that follow: another process may have been stopped by a machine that went down. */
  sha256: z.string(),
  /** The header fields of the whole file, its strong ETag and its length among them. */
  fields: z.record(z.string(), z.string()),
});

async function writePart(file: string, url: URL, { body, fields }: Part): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const head: z.infer<typeof heading> = { form: 1, url: url.href, sha256: hashOf(body), fields };
  await writeAtomically(file, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
}

async function readPart(file: string, url: URL, mostBytes: number): Promise<Part | null> {
  const bytes = await readIfThere(file);
  const end = bytes?.indexOf("\n") ?? -1;
  if (!bytes || end < 0) return null;
  const head = heading.safeParse(parseJson(bytes.toString("utf8", 0, end)));
  const body = bytes.subarray(end + 1);
  if (!head.success || head.data.url !== url.href || head.data.sha256 !== hashOf(body)) return null;
  const { fields } = head.data;
  const part = partOf({ kind: "answered", status: 200, fields, body, cut: "an earlier process" });
  const most = Math.min(mostBytes, part?.total ?? mostBytes);
  return part && part.body.length < most ? part : null;
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** What a process that was killed while it wrote left behind. */
async function removeUnfinished(file: string): Promise<void> {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  await mkdir(folder, { recursive: true });
  for (const other of await readdir(folder)) {
    if (other.startsWith(`${name}.`) && other.endsWith(".tmp")) await rm(path.join(folder, other));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
