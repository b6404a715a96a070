import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { wholeCatalogue } from "#lib/sources/fixtures/small-catalogue";
import { madeSltTable } from "#lib/sources/slt/made-slt-table";
import { monthPeriod } from "#lib/series/period";
import type { TestStore } from "#lib/store/test-store";
import { listVintages } from "#lib/store/vintage-rows";
import { exchange } from "#lib/sync/exchange";
import { startFaultServer, type FaultServer } from "#lib/sync/fault-server";
import { syncCommand } from "./sync-command.ts";

/** `tickmark sync` of Table 3 with a publisher, a folder and a clock of its own. For tests only. */
export interface SyncTrial {
  readonly server: FaultServer;
  readonly folder: string;
  readonly stop: AbortController;
  /** What the clock says; waits take no time. */
  now: Date;
  readonly usual: readonly string[];
  sync(...args: string[]): Promise<{ status: number; out: string; err: string }>;
  /** The vintages held: "2026-06-18 <sha256>". */
  vintages(): Promise<string[]>;
  /** The names of what is kept. */
  kept(): Promise<string[]>;
  close(): Promise<void>;
}

/** A minute past four in New York on the day of a release. */
const julyRelease = "2026-07-14T20:01:00Z";

export async function startSyncTrial(store: TestStore): Promise<SyncTrial> {
  const server = await startFaultServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), "sync-"));
  const trial: SyncTrial = {
    server,
    folder,
    stop: new AbortController(),
    now: new Date(julyRelease),
    usual: ["--release", "slt3", "--base-url", server.url.href, "--keep", folder],
    async sync(...args) {
      let out = "";
      let err = "";
      let status = 0;
      const context = {
        databaseUrl: store.databaseUrl,
        print: (text: string) => void (out += text),
        printError: (text: string) => void (err += text),
      };
      const command = syncCommand(context, (code) => (status = code), {
        exchange,
        clock: { now: () => trial.now, sleep: () => Promise.resolve() },
        random: () => 0.5,
        signal: trial.stop.signal,
      });
      command.exitOverride().configureOutput({ writeErr: context.printError });
      await command.parseAsync([...trial.usual, ...args], { from: "user" });
      return { status, out, err };
    },
    async vintages() {
      const held = await listVintages(store, "slt3");
      return held.map(({ date, snapshot }) => `${date} ${snapshot.sha256}`);
    },
    kept: async () => (await readdir(folder)).sort(),
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
  return trial;
}

/** Lines of slt_table3.txt, made up: its newest month is this one of 2026. */
export function madeTable3(month: number, seed: number): string[] {
  const from = monthPeriod(2025, 12);
  return madeSltTable(wholeCatalogue(), "slt3", from, monthPeriod(2026, month), seed);
}

/** Lines as the Treasury writes them. */
export function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join("\r\n")}\r\n`);
}

export const onJune18 = "Thu, 18 Jun 2026 20:00:03 GMT";
export const onJuly14 = "Tue, 14 Jul 2026 20:00:01 GMT";
