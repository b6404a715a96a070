import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Catalogue } from "#lib/sources/catalogue";
import { createSeededDatabase } from "#lib/store/test-store";
import { askGate } from "../scripts/ask-gate.ts";
import { runBuild } from "../scripts/build.ts";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { growthLines } from "./growth-lines.ts";
import type { Line } from "./line.ts";
import { edit, madeSlug, makeContent } from "./made-content.ts";
import { fetchRaw } from "./raw-answer.ts";
import { mostResident, mostResidentBelow } from "./resident.ts";

/** The one that tsconfig.json knows beside that of `npm start`. */
const buildFolder = ".tickmark/test-build";
/** No made article says either. */
const [first, second] = ["Notably", "Plainly"] as const;
const addresses = [`/articles/${madeSlug}`, "/", "/feeds/articles.atom"] as const;
const headers = { "accept-encoding": "gzip, deflate, br, zstd" };

/** When each of the addresses had an edit, in milliseconds, and what the gate took that was asked again. */
export interface Edited {
  readonly again: number;
  readonly page: number;
  readonly home: number;
  readonly feed: number;
}

/** What a site of so many articles costs: milliseconds, megabytes of processes, kilobytes of compressed pages. */
export interface Growth {
  readonly articles: number;
  readonly gate: number;
  readonly build: number;
  readonly buildMemory: number;
  readonly startUp: number;
  readonly serverMemory: number;
  readonly page: number;
  readonly home: number;
  readonly feed: number;
  readonly running: Edited;
  readonly restarted: Edited;
}

/**
 * What sites of several numbers of articles (of four claims each) cost to check, build, start and read, and how soon a one-word edit of
 * one article is read at its address, on the front page and in a feed, against the gate and a build of all of it: by a server that runs,
 * which needs nothing but the saved file, and by what `npm start` does. Both have the gate asked again on the command line.
 */
export async function benchGrowth(
  server: string,
  catalogue: Catalogue,
  counts: readonly number[],
): Promise<Line[]> {
  const grown: Growth[] = [];
  for (const count of counts) {
    const databaseUrl = await createSeededDatabase(server, `tickmark_growth_${count}`);
    grown.push(await measure(databaseUrl, catalogue, count));
  }
  return growthLines(grown);
}

async function measure(
  databaseUrl: string,
  catalogue: Catalogue,
  articles: number,
): Promise<Growth> {
  const made = await mkdtemp(path.join(tmpdir(), "tickmark-growth-"));
  const folder = path.join(made, "content");
  const settings = { TICKMARK_CONTENT: folder, SITE_URL: "http://localhost:3000" };
  const askAgain = () =>
    millisecondsOf(() => step("gate", () => askGate(databaseUrl, folder, path.join(made, "kept"))));
  const start = () => startSite(process.cwd(), { databaseUrl, buildFolder, settings });
  try {
    await step("articles", async () => {
      await makeContent(databaseUrl, folder, catalogue, articles);
      return `${articles} made`;
    });
    const gate = await askAgain();
    const { build, buildMemory } = await buildWith(settings, databaseUrl);
    const began = performance.now();
    const served = await whileServed(start, async ({ url, pid }) => {
      await untilSaid(`${url}${addresses[0]}`, "securities");
      const startUp = performance.now() - began;
      for (const address of addresses) await untilSaid(`${url}${address}`, "securities");
      const sizes = await Promise.all(addresses.map((address) => kilobytesOf(`${url}${address}`)));
      const [page = 0, home = 0, feed = 0] = sizes;
      await edit(folder, first);
      const said = await untilAllSay(url, first, performance.now());
      const running = { again: await askAgain(), ...said };
      return { startUp, page, home, feed, running, serverMemory: await mostResident(pid) };
    });
    await edit(folder, second);
    const again = await askAgain();
    const restart = performance.now();
    const said = await whileServed(start, ({ url }) => untilAllSay(url, second, restart));
    return { articles, gate, build, buildMemory, ...served, restarted: { again, ...said } };
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

async function buildWith(
  settings: Readonly<Record<string, string>>,
  databaseUrl: string,
): Promise<{ build: number; buildMemory: number }> {
  Object.assign(process.env, settings);
  const began = performance.now();
  const buildMemory = await mostResidentBelow(() =>
    step("build", async () => {
      const { code, output } = await runBuild(process.cwd(), databaseUrl, buildFolder);
      if (code !== 0) throw new Error(output);
      return "made";
    }),
  );
  return { build: performance.now() - began, buildMemory };
}

async function whileServed<T>(
  start: () => ReturnType<typeof startSite>,
  use: (site: Awaited<ReturnType<typeof startSite>>) => Promise<T>,
): Promise<T> {
  const site = await start();
  try {
    return await use(site);
  } finally {
    await site.stop();
  }
}

async function untilAllSay(
  url: string,
  word: string,
  began: number,
): Promise<Omit<Edited, "again">> {
  const at: number[] = [];
  for (const address of addresses) {
    await untilSaid(`${url}${address}`, word);
    at.push(performance.now() - began);
  }
  const [page = 0, home = 0, feed = 0] = at;
  return { page, home, feed };
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function kilobytesOf(url: string): Promise<number> {
  const { body } = await fetchRaw(url, headers);
  return body.length / 1000;
}

async function untilSaid(address: string, word: string): Promise<void> {
  const end = Date.now() + 600_000;
  while (Date.now() < end) {
    const text = await fetch(address).then(
      (answer) => answer.text(),
      () => "",
    );
    if (text.includes(word)) return;
    await sleep(50);
  }
  throw new Error(`${address} did not say "${word}" within ten minutes`);
}
