import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../scripts/free-port.ts";
import { startSite } from "../../scripts/test-site.ts";

/** One of the web processes, with a copy of the build of its own, as deploy/systemd gives it. */
export interface WebProcess {
  readonly port: number;
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** As a supervisor stops it: gives the status it ends with. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

const root = path.join(import.meta.dirname, "../..");

/** Starts the web process called `name` on the build `from`, a folder of the project. `settings` are its variables. */
export async function startWebProcess(
  name: string,
  from: string,
  { databaseUrl, settings }: { databaseUrl: string; settings: Readonly<Record<string, string>> },
): Promise<WebProcess> {
  const buildFolder = `.tickmark/machines-${name}`;
  const copy = path.join(root, buildFolder);
  await rm(copy, { recursive: true, force: true });
  await cp(path.join(root, from), copy, {
    recursive: true,
    verbatimSymlinks: true,
    // What the compiler keeps for the next build.
    filter: (file) => file !== path.join(root, from, "cache"),
  });
  const port = await freePort();
  const start = () => startSite(root, { databaseUrl, buildFolder, port, settings });
  let site = await start();
  return {
    port,
    url: site.url,
    async kill() {
      process.kill(site.pid, "SIGKILL");
      await site.stop();
    },
    async start() {
      site = await start();
    },
    stop: () => site.stop(),
    async remove() {
      await site.stop();
      await rm(copy, { recursive: true, force: true });
    },
  };
}
