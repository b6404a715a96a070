import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterHome } from "./cluster-home.ts";
import { openNew } from "./write-new.ts";

/** A program of PostgreSQL that was started; `log` is the end of what it and its forerunners wrote. */
export interface PostgresProcess {
  readonly pid: number;
  readonly exited: Promise<number | null>;
  readonly log: () => Promise<string>;
}

/**
 * Starts a program of PostgreSQL as the account of the home, in a session of its own: Ctrl-C in the terminal must reach
 * us only, so that the server is stopped after the site and not under it.
 */
export async function startProcess(
  { folder, programs, account }: ClusterHome,
  program: "initdb" | "postgres",
  flags: readonly string[],
): Promise<PostgresProcess> {
  const logFile = path.join(folder, "log");
  const output = await openNew(logFile);
  try {
    const child = spawn(path.join(programs, "bin", program), flags, {
      ...account,
      cwd: folder,
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
      // Nothing of the caller's PG* variables or language: initdb and the log read the same everywhere.
      env: { NODE_ENV: "production", PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" },
    });
    const exited = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
    await Promise.race([once(child, "spawn"), exited]);
    if (child.pid === undefined) throw new Error(`${program} has no process id`);
    return { pid: child.pid, exited, log: () => endOf(logFile) };
  } finally {
    await output.close();
  }
}

async function endOf(file: string): Promise<string> {
  const lines = (await readFile(file, "utf8").catch(() => "")).trim().split("\n");
  return lines.slice(-12).join("\n");
}

/** PostgreSQL's fast shutdown: sessions are ended, everything is written. Immediate shutdown if that takes too long. */
export async function interrupt(pid: number, exited: Promise<unknown>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!send(pid, signal)) return;
    if (await Promise.race([exited.then(() => true), sleep(15_000, false, { ref: false })])) return;
  }
}

function send(pid: number, signal: "SIGINT" | "SIGQUIT" | "SIGKILL"): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
