import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { appendVintage } from "#lib/store/append-vintage";
import { startCountingProxy } from "#lib/store/counting-proxy";
import { exampleVintage } from "#lib/store/example-vintage";
import { madeVintage } from "#lib/store/made-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { writeBackup } from "./write-backup.ts";

/** How the backups of tests are taken. */
export const asked = {
  migrations: path.resolve("prisma/migrations"),
  taken: new Date("2026-11-23T12:00:00Z"),
};

/** A store of three vintages, with all that COPY must write otherwise than it is, and a backup of it in a folder of its own. */
export async function createBackedUp(): Promise<{
  readonly store: TestStore;
  readonly folder: string;
  readonly file: string;
  close(): Promise<void>;
}> {
  const store = await createTestStore();
  const folder = await mkdtemp(path.join(os.tmpdir(), "backup-"));
  const file = path.join(folder, "whole.sql.gz");
  await appendVintage(store, madeVintage("made", "first"));
  await appendVintage(store, madeVintage("made", "later"));
  const note = "a tab\t, a break\r\n, a \\, a \\. alone,\n\\.\n and “ü”";
  const odd = { "odd.holdings.japan": { "2025-12": "n.a." } };
  await appendVintage(store, exampleVintage("2026-02-18", odd, { release: "odd", note }));
  await writeBackup(store.databaseUrl, file, { ...asked, verify: true });
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { store, folder, file, close };
}

/** Does a task through a connection that ends after so many pieces: whether it failed, and how many it sent. */
export async function inProxy(
  databaseUrl: string,
  last: number,
  task: (url: string) => Promise<unknown>,
): Promise<{ readonly failed: boolean; readonly pieces: number }> {
  const proxy = await startCountingProxy(databaseUrl, {
    after: (piece, own) => {
      if (piece === last) own.cut();
    },
  });
  const failed = await task(proxy.databaseUrl).then(
    () => false,
    () => true,
  );
  await proxy.close();
  return { failed, pieces: proxy.pieces() };
}
