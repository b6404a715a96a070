import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { ClusterHome } from "./cluster-home.ts";
import { interrupt } from "./postgres-process.ts";
import { commandOf } from "./processes.mjs";
import { Refusal } from "./refusal.ts";

/** A server found at work in a home. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** The address of our cluster. The password is random, so it needs no escapes (base64url). */
export function clusterUrl({ password }: ClusterHome, port: number, database = "tickmark"): string {
  return `postgresql://tickmark:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * The server at work in a home, if any. Its file postmaster.pid (lines: process, folder, start, port, ...) outlives a
 * crash, and PostgreSQL then refuses to start when the number belongs to some other program by now: such a file is removed.
 */
export async function findRunning(folder: string): Promise<RunningServer | undefined> {
  const file = path.join(folder, "data/postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [pid = "", , , port = ""] = text.split("\n");
  if (isPostgres(Number(pid))) return { pid: Number(pid), port: Number(port) };
  await rm(file, { force: true });
  return undefined;
}

function isPostgres(pid: number): boolean {
  return /\bpostgres\b/.test(commandOf(pid) ?? "");
}

/**
 * Stops a server whose starter is gone. While the starter lives (a `tickmark` command at work, or one whose end is being
 * cleaned up) waits for it, up to half a minute.
 */
export async function takeOver(folder: string, { pid }: RunningServer): Promise<void> {
  const owner = Number(await readFile(path.join(folder, "owner"), "utf8").catch(() => "0"));
  const isOwned = () =>
    owner > 0 && owner !== process.pid && /\bnode\b/.test(commandOf(owner) ?? "");
  for (let waited = 0; isPostgres(pid) && isOwned(); waited++) {
    if (waited === 300)
      throw new Refusal(`The store is in use by process ${owner}. Wait for it or stop it.`);
    await sleep(100);
  }
  if (isPostgres(pid)) await interrupt(pid, gone(pid));
}

async function gone(pid: number): Promise<void> {
  while (isPostgres(pid)) await sleep(50);
}

/** Waits until the server answers, and makes the database `tickmark` the first time. False when it does not come up. */
export async function ready(url: string, isAlive: () => boolean): Promise<boolean> {
  const address = new URL(url);
  address.pathname = "/postgres";
  const end = Date.now() + 60_000;
  while (Date.now() < end && isAlive()) {
    const client = new Client({ connectionString: address.href, connectionTimeoutMillis: 3000 });
    // A server that shuts down ends the session; the query below reports it.
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'tickmark'");
      if (rowCount === 0) await client.query("CREATE DATABASE tickmark");
      return true;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "28P01") {
        throw new Refusal(
          "The password kept beside the store is not the store's. Remove .tickmark/postgres to begin again.",
        );
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(30);
  }
  return false;
}
