import { randomBytes } from "node:crypto";
import path from "node:path";
import { buildSite } from "./build.ts";
import { interruptPrograms, runNode } from "./child.ts";
import { redact } from "./database.ts";
import { keepUp } from "./keep-up.ts";
import { makeType } from "./make-type.ts";
import { generatePrismaClient } from "./prisma-client.ts";
import { step } from "./progress.ts";
import { explain } from "./refusal.ts";
import { openCluster } from "./store-at-hand.ts";

/** What start.mjs has made sure of. */
export interface StartOptions {
  readonly root: string;
  readonly port: number;
  /** `next dev` instead of a build. */
  readonly dev: boolean;
  /** Ends when the build is made, which others serve (scripts/serve.ts). */
  readonly buildOnly: boolean;
  /** Gives the clone back. */
  readonly release: () => void;
}

/** `npm start` once the packages are there. Returns when the site is served; a signal ends it, and so does a build that is all that is wanted. */
export async function start({ root, port, dev, buildOnly, release }: StartOptions): Promise<void> {
  const given = process.env["DATABASE_URL"];
  const closing: (() => Promise<void>)[] = [];
  let ending: Promise<void> | undefined;
  const end = (code: number) =>
    (ending ??= closeAll(closing, release).finally(() => process.exit(code)));
  endOnSignals(end);
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  process.env["SITE_URL"] ||= `http://localhost:${port}`;
  try {
    await step("prisma client", async () =>
      (await generatePrismaClient(root)) ? "generated" : "up to date",
    );
    await step("type", async () => ((await makeType(root)) ? "cut" : "up to date"));
    const cluster = await step("postgresql", async () => {
      const opened = await openCluster(root, given, { own: true });
      let running = opened;
      closing.unshift(() => running.stop());
      keepUp(opened, (next) => (running = next)).catch((error: unknown) => {
        if (ending) return;
        console.error(explain(error));
        void end(1);
      });
      return [
        given ? "the one of DATABASE_URL" : "started, data in .tickmark/postgres",
        opened,
      ] as const;
    });
    const { migrate } = await import("#lib/store/migrate");
    await step("migrations", async () => {
      const { applied, ahead } = await migrate(cluster.url, path.join(root, "prisma/migrations"));
      const newer = ahead.length > 0 ? `; ${ahead.length} of a newer Tickmark are there too` : "";
      return `${applied.length === 0 ? "up to date" : `${applied.length} applied`}${newer}`;
    });
    const { loadSeed } = await import("#lib/store/load-seed");
    await step("figures", async () => {
      const { loaded, unchanged } = await loadSeed(cluster.url, path.join(root, "prisma/seed"));
      return loaded.length === 0
        ? `${unchanged.length} vintages, up to date`
        : `${loaded.length} vintages loaded`;
    });
    // In a cluster of our own the server gets a role that may only read; in another that is its operator's to make.
    const { makeWebRole } = await import("#lib/store/web-role");
    const password = randomBytes(24).toString("base64url");
    process.env["DATABASE_URL"] = given
      ? cluster.url
      : await makeWebRole(cluster.url, { password });
    if (dev) {
      // Who writes sees drafts, and what is wrong with them.
      process.env["TICKMARK_PREVIEW"] ||= "1";
      console.log(`Drafts, and what is wrong in them: http://localhost:${port}/preview`);
      const next = path.join(root, "node_modules/next/dist/bin/next");
      await runNode(next, ["dev", "--port", String(port)], { show: true });
      return void end(0);
    }
    const { askGate } = await import("./ask-gate.ts");
    await step("content", () => askGate(cluster.url));
    const { storeHolds } = await import("./store-holds.ts");
    await step("build", async () => {
      const built = await buildSite(root, cluster.url, await storeHolds(cluster.url));
      return built ? "made" : "up to date";
    });
    if (buildOnly) {
      await end(0);
      return;
    }
    const { serve } = await import("./server.ts");
    await step("site", async () => {
      const site = await serve({ root, port });
      closing.unshift(() => site.close());
      return `http://localhost:${port} (Ctrl-C stops it)`;
    });
  } catch (error) {
    if (ending) return;
    console.error(`\n${redact(explain(error), given ?? "")}`);
    await end(1);
  }
}

/** Ctrl-C, a closed terminal, `kill`, and the end of the npm that started us: a `kill -9` of npm tells us nothing else. */
function endOnSignals(end: (code: number) => Promise<void>): void {
  const stop = () => {
    interruptPrograms();
    void end(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 250).unref();
}

async function closeAll(
  closing: readonly (() => Promise<void>)[],
  release: () => void,
): Promise<void> {
  for (const close of closing) {
    await close().catch((error: unknown) => console.error(explain(error)));
  }
  release();
}
