import { readFileSync, statSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base } from "../test.ts";
import { createSeededDatabase } from "#lib/store/test-store";
import { startCluster, type Cluster } from "../../scripts/cluster.ts";
import { startSite } from "../../scripts/test-site.ts";

export { expect } from "../test.ts";

/** A PostgreSQL that tests may stop and start, with all the figures. */
export interface Database {
  readonly url: string;
  /** Stops it as an operator does; what it holds stays. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  /** The process that all of its others come from. */
  process(): DatabaseProcess;
}

export interface DatabaseProcess {
  readonly pid: number;
  /** The account that runs it. */
  readonly uid: number;
  readonly gid: number;
}

export type Site = Awaited<ReturnType<typeof startSite>>;

/** How a site is started: by default on the database, as it is served to readers. */
export interface SiteOptions {
  readonly databaseUrl?: string;
  readonly buildFolder?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly port?: number;
}

/** The build that is served; `npm test` says where, and a test by hand does too. */
export const buildFolder = process.env["TICKMARK_BUILD_FOLDER"] ?? ".next";

/** What a test has measured, for its report. */
export function note(description: string): void {
  test.info().annotations.push({ type: "measured", description });
}

interface Faults {
  /** Serves the build until the test has ended. */
  readonly serve: (options?: SiteOptions) => Promise<Site>;
}

/** Faults are made in parts of their own, which one process of tests shares: a server of PostgreSQL that can be stopped. */
export const test = base.extend<Faults, { readonly database: Database }>({
  database: [
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "tickmark-faults-"));
      // PostgreSQL runs as an account of its own where root runs us.
      await chmod(folder, 0o755);
      const home = path.join(folder, "postgres");
      let cluster: Cluster | undefined = await startCluster({ folder: home, own: true });
      const server = cluster.url;
      const url = await createSeededDatabase(server, "tickmark_faults");
      const stop = async () => {
        await cluster?.stop();
        cluster = undefined;
      };
      const start = async () => {
        cluster ??= await startCluster({
          folder: home,
          own: true,
          port: Number(new URL(url).port),
        });
      };
      const process = () => {
        const file = path.join(home, "data/postmaster.pid");
        const { uid, gid } = statSync(file);
        return { pid: Number(readFileSync(file, "utf8").split("\n")[0]), uid, gid };
      };
      await use({ url, stop, start, process });
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 240_000 },
  ],
  serve: async ({ database }, use) => {
    const sites: Site[] = [];
    await use(async ({ databaseUrl = database.url, ...options } = {}) => {
      const site = await startSite(process.cwd(), { databaseUrl, buildFolder, ...options });
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.stop();
  },
});
