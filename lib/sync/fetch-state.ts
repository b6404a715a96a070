import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { writeAtomically } from "./write-atomically.ts";

const state = z.strictObject({
  form: z.literal(1),
  files: z.record(
    z.url(),
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      fetchedAt: z.iso.datetime(),
      /** The header fields that came with these bytes, ETag and Last-Modified among them. */
      fields: z.record(z.string(), z.string()),
    }),
  ),
});

/** What was fetched last from each address. */
export type FetchState = z.infer<typeof state>["files"];
export type FetchedBefore = FetchState[string];

function stateFile(folder: string): string {
  return path.join(folder, "state.json");
}

/**
 * What was fetched before; nothing when no state was ever written. Problem: `damaged-state`, after which everything is to
 * be fetched as if for the first time.
 */
export async function readFetchState(folder: string): Promise<Checked<FetchState>> {
  const file = stateFile(folder);
  try {
    const parsed = state.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (parsed.success) return accepted(parsed.data.files);
    return damaged(file, z.prettifyError(parsed.error).replaceAll("\n", " "));
  } catch (error) {
    if (error instanceof SyntaxError) return damaged(file, error.message);
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return accepted({});
    throw error;
  }
}

/** Writes the whole state in place of the one before. */
export async function writeFetchState(folder: string, files: FetchState): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeAtomically(stateFile(folder), `${JSON.stringify({ form: 1, files }, null, 2)}\n`);
}

function damaged(file: string, reason: string): Checked<never> {
  return refused([
    {
      kind: "damaged-state",
      message: `Expected what tickmark sync wrote, found: ${reason}`,
      at: { file, line: 1, column: 1 },
      fix: "nothing need be done: every file is fetched whole, and the state is written anew",
    },
  ]);
}
