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
import type { Line } from "./report.ts";

const articles = Number(process.env["TICKMARK_BENCH_ARTICLES"] || 1000);
/** The one that tsconfig.json knows beside that of `npm start`. */
const buildFolder = ".tickmark/test-build";
/** No made article says it. */
const word = "Notably";

/**
 * A one-word edit of one article of a thousand (of four claims each): what `npm start` does until it is read at the article's address,
 * on the front page and in a feed, against the gate and a build of all of it.
 */
export async function benchEdit(server: string, catalogue: Catalogue): Promise<Line[]> {
  const databaseUrl = await createSeededDatabase(server, "tickmark_edit");
  const made = await mkdtemp(path.join(tmpdir(), "tickmark-edit-"));
  const folder = path.join(made, "content");
  const askAgain = () => askGate(databaseUrl, folder, path.join(made, "checked"));
  const settings = { TICKMARK_CONTENT: folder, SITE_URL: "http://localhost:3000" };
  try {
    await step("articles", async () => {
      await makeContent(databaseUrl, folder, catalogue);
      return `${articles} made`;
    });
    const gate = await millisecondsOf(() => step("gate", askAgain));
    Object.assign(process.env, settings);
    const build = await millisecondsOf(() =>
      step("build", async () => {
        const { code, output } = await runBuild(process.cwd(), databaseUrl, buildFolder);
        if (code !== 0) throw new Error(output);
        return "made";
      }),
    );
    const slug = await editOne(folder);
    const again = await millisecondsOf(() => step("gate again", askAgain));
    const began = performance.now();
    const site = await startSite(process.cwd(), { databaseUrl, buildFolder, settings });
    try {
      const at = new Map<string, number>();
      for (const address of [`/articles/${slug}`, "/", "/feeds/articles.atom"]) {
        await untilSaid(`${site.url}${address}`);
        at.set(address, performance.now() - began);
      }
      const memory = await mostResident(site.pid);
      const [page = 0, home = 0, feed = 0] = at.values();
      const full = gate + build;
      const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
      return [
        {
          name: `a one-word edit of one article of ${articles}, until all have it`,
          value: (100 * (again + feed)) / full,
          unit: "%",
          bound: 5,
          detail: `${seconds(again + feed)} (gate ${seconds(again)}, page ${seconds(page)}, front page ${seconds(home)}, feed ${seconds(feed)}) of ${seconds(full)} (gate ${seconds(gate)}, build ${seconds(build)})`,
        },
        {
          name: `memory of a server over ${articles} articles`,
          value: memory,
          unit: "MB",
          bound: null,
          detail: "the most resident until the edit was in the feed",
        },
      ];
    } finally {
      await site.stop();
    }
  } finally {
    await rm(made, { recursive: true, force: true });
  }
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

/** Puts a word into the dek of the first article, which leads the front page. */
async function editOne(folder: string): Promise<string> {
  const slug = "made-0000";
  const file = path.join(folder, "articles", slug, "index.mdx");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("<Dek>", `<Dek>${word}: `));
  return slug;
}

async function untilSaid(address: string): Promise<void> {
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
