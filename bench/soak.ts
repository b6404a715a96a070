import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { createSeededDatabase } from "#lib/store/test-store";
import { publishRevision, revisionDay } from "../e2e/publish-revision.ts";
import { startThrowAwayCluster, type Cluster } from "../scripts/cluster.ts";
import { makeType } from "../scripts/make-type.ts";
import { generatePrismaClient } from "../scripts/prisma-client.ts";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { askAnyway, askMany } from "./asking.ts";
import { buildOnce, useBuild } from "./built-site.ts";
import type { Line } from "./line.ts";
import type { Ask } from "./question.ts";
import { report } from "./report.ts";
import { connectionsTo, residentMemory } from "./server-state.ts";
import { soakLines, type Stretch } from "./soak-lines.ts";
import { soakMix } from "./soak-mix.ts";
import { median } from "./timing.ts";

/** The part of what a server can give that it is asked for. */
const part = 0.8;
const connections = 20;

/** A site that is soaked. */
interface Soaked {
  readonly url: string;
  readonly pid: number;
  readonly databaseUrl: string;
  readonly asks: readonly Ask[];
}

/**
 * `npm run soak`: readers, feed readers, actions and programs at four fifths of what the server can give, with a new vintage in the
 * middle. Gives the exit status: 1 when an answer failed, or when what readers wait, memory or connections grew.
 */
export async function soak(args: readonly string[]): Promise<number> {
  const { minutes, serve } = readArguments(args);
  if (serve !== undefined) useBuild(serve);
  const began = new Date();
  const root = process.cwd();
  await generatePrismaClient(root);
  await makeType(root);
  const cluster = await clusterFor(process.env["TEST_CLUSTER_URL"]);
  try {
    const databaseUrl = await createSeededDatabase(cluster.url, "tickmark_soak");
    const buildFolder = await buildOnce(root, databaseUrl);
    const site = await startSite(root, { databaseUrl, buildFolder });
    try {
      const asks = await soakMix(site.url, path.join(root, buildFolder));
      const lines = await soakSite({ ...site, databaseUrl, asks }, minutes);
      console.log();
      return report(lines, began) === 0 ? 0 : 1;
    } finally {
      await site.stop();
    }
  } finally {
    await cluster.stop();
  }
}

/** The one of the tests, which they end, or one that is thrown away. */
async function clusterFor(url: string | undefined): Promise<Pick<Cluster, "url" | "stop">> {
  return url ? { url, stop: () => Promise.resolve() } : startThrowAwayCluster();
}

async function soakSite(site: Soaked, minutes: number): Promise<Line[]> {
  const asks = [...site.asks];
  const capacity = await step("capacity", async () => {
    // The first warms the server and is not counted.
    const rates: number[] = [];
    for (let round = 0; round <= 3; round += 1) {
      const { perSecond } = await askMany({ asks, connections, seconds: 5 });
      if (round > 0) rates.push(perSecond);
    }
    return [`${median(rates).toFixed(0)} answers a second`, median(rates)] as const;
  });
  // At least six, so that there is a start, a middle and an end.
  const count = Math.max(6, minutes);
  const seconds = (minutes * 60) / count;
  const stretches: Stretch[] = [];
  let switched = Number.NaN;
  for (let at = 0; at < count; at += 1) {
    const asking = askAnyway({ asks, connections, seconds, perSecond: capacity * part });
    if (at === Math.floor(count / 2)) switched = await switchVintage(site);
    const { perSecond, p99, failed } = await asking;
    const [memory, open] = [await residentMemory(site.pid), await connectionsTo(site.databaseUrl)];
    stretches.push({ perSecond, p99, failed, memory, connections: open });
    console.log(
      `  ${at + 1} of ${count}: ${perSecond.toFixed(0)} a second, p99 ${p99} ms, ${failed} failed, ${memory.toFixed(0)} MB, ${open} connections`,
    );
  }
  return [
    ...soakLines(stretches, capacity),
    {
      name: "from the load of a vintage under way until a page has it",
      value: switched / 1000,
      unit: "s",
      bound: 30,
      detail: "while all others ask",
    },
  ];
}

/** Loads a vintage while others ask, and waits until a reader sees it. Gives the milliseconds from when it was in the store. */
async function switchVintage({ url, databaseUrl }: Soaked): Promise<number> {
  await publishRevision(databaseUrl);
  const began = performance.now();
  const end = began + 120_000;
  while (performance.now() < end) {
    const page = await (await fetch(`${url}/releases/mfh`)).text();
    if (page.includes(revisionDay)) return performance.now() - began;
    await sleep(100);
  }
  return Number.NaN;
}

function readArguments(args: readonly string[]): { minutes: number; serve: string | undefined } {
  const { minutes, serve } = new Command("soak")
    .option("--minutes <number>", "how long to soak; fewer than 12 say nothing of what grows", "30")
    .option("--serve <folder>", "a build that is there, in place of one that is made for this")
    .parse([...args], { from: "user" })
    .opts<{ minutes: string; serve?: string }>();
  const count = Number(minutes);
  if (!Number.isInteger(count) || count < 1 || count > 240) {
    throw new RangeError(`Expected whole minutes, 1 to 240, found "${minutes}"`);
  }
  return { minutes: count, serve };
}
