import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Catalogue } from "#lib/sources/catalogue";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { createSeededDatabase } from "#lib/store/test-store";
import { listReleases } from "#lib/store/vintage-rows";
import { askGate } from "../scripts/ask-gate.ts";
import { runBuild } from "../scripts/build.ts";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { writeArticles } from "./gate-articles.ts";
import type { Line } from "./line.ts";

const articles = Number(process.env["TICKMARK_BENCH_ARTICLES"] || 1000);
/** The one that tsconfig.json knows beside that of `npm start`. */
const buildFolder = ".tickmark/test-build";
/** No made article says either. */
const [first, second] = ["Notably", "Plainly"] as const;
/** The article that is edited leads the front page. */
const slug = "made-0000";

/**
 * A one-word edit of one article of a thousand (of four claims each), until it is read at the article's address, on the front page and
 * in a feed, against the gate and a build of all of it: by a server that runs, which needs nothing but the saved file, and by what
 * `npm start` does. Both have the gate asked again on the command line.
 */
export async function benchEdit(server: string, catalogue: Catalogue): Promise<Line[]> {
  const databaseUrl = await createSeededDatabase(server, "tickmark_edit");
  const made = await mkdtemp(path.join(tmpdir(), "tickmark-edit-"));
  const folder = path.join(made, "content");
  const askAgain = () => step("gate", () => askGate(databaseUrl, folder));
  const settings = { TICKMARK_CONTENT: folder, SITE_URL: "http://localhost:3000" };
  const start = () => startSite(process.cwd(), { databaseUrl, buildFolder, settings });
  try {
    await step("articles", async () => {
      await makeContent(databaseUrl, folder, catalogue);
      return `${articles} made`;
    });
    const gate = await millisecondsOf(askAgain);
    Object.assign(process.env, settings);
    const build = await millisecondsOf(() =>
      step("build", async () => {
        const { code, output } = await runBuild(process.cwd(), databaseUrl, buildFolder);
        if (code !== 0) throw new Error(output);
        return "made";
      }),
    );
    const full = { gate, build };
    const running = await whileServed(start, async ({ url, pid }) => {
      for (const address of addresses) await untilSaid(`${url}${address}`, "securities");
      await edit(folder, first);
      const said = await untilAllSay(url, first, performance.now());
      const again = await millisecondsOf(askAgain);
      return { times: { again, ...said }, memory: await mostResident(pid) };
    });
    await edit(folder, second);
    const again = await millisecondsOf(askAgain);
    const began = performance.now();
    const said = await whileServed(start, ({ url }) => untilAllSay(url, second, began));
    return [
      lineOf("by a server that runs", running.times, full, 5),
      lineOf("by a restart", { again, ...said }, full, 10),
      {
        name: `memory of a server over ${articles} articles`,
        value: running.memory,
        unit: "MB",
        bound: null,
        detail: "the most resident until the edit was in the feed",
      },
    ];
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

const addresses = [`/articles/${slug}`, "/", "/feeds/articles.atom"] as const;

/** When each of the addresses had the edit, in milliseconds. */
interface Said {
  readonly page: number;
  readonly home: number;
  readonly feed: number;
}

function lineOf(
  how: string,
  { again, page, home, feed }: Said & { readonly again: number },
  { gate, build }: { readonly gate: number; readonly build: number },
  bound: number,
): Line {
  const [until, full] = [again + Math.max(page, home, feed), gate + build];
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return {
    name: `a one-word edit of one article of ${articles}, until all have it, ${how}`,
    value: (100 * until) / full,
    unit: "%",
    bound,
    detail: `${seconds(until)} (gate ${seconds(again)}, page ${seconds(page)}, front page ${seconds(home)}, feed ${seconds(feed)}) of ${seconds(full)} (gate ${seconds(gate)}, build ${seconds(build)})`,
  };
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

async function untilAllSay(url: string, word: string, began: number): Promise<Said> {
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

async function makeContent(
  databaseUrl: string,
  folder: string,
  catalogue: Catalogue,
): Promise<void> {
  const store = openStore(databaseUrl);
  try {
    await mkdir(path.join(folder, "charts"), { recursive: true });
    await copyFile("content/glossary.yml", path.join(folder, "glossary.yml"));
    const topic = "- name: Capital\n  description: What is made to be measured.\n";
    await writeFile(path.join(folder, "topics.yml"), topic);
    const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
    const asOf = vintages.filter(({ release }) => release === "slt1").at(-1)?.date;
    if (!asOf) throw new Error("The store holds no vintage of slt1");
    const areas = catalogue.areas.filter(
      ({ kind, name }) => kind === "country" && /^[A-Z][a-z]+$/.test(name),
    );
    const wanted = { count: articles, wrongEvery: Infinity, asOf, paragraphs: 1 };
    await writeArticles(folder, createReader(store), areas, wanted);
  } finally {
    await store.close();
  }
}

/** Puts a word before the dek, in the place of the one that was put there last. */
async function edit(folder: string, word: string): Promise<void> {
  const file = path.join(folder, "articles", slug, "index.mdx");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/<Dek>(?:\w+: )?/, `<Dek>${word}: `));
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

/** The most memory that a process has held so far, in megabytes; 0 where the system does not tell (Linux does). */
async function mostResident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1000;
}
