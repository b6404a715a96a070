import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseMdx } from "#lib/articles/mdx-tree";
import { formatProblem } from "#lib/series/problem";
import { findingsOnDisk, KeptFindings } from "#lib/site/keep-findings";
import { reportContent, type ContentSummary } from "#lib/site/report-content";
import type { Catalogue } from "#lib/sources/catalogue";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { createSeededDatabase } from "#lib/store/test-store";
import { listReleases } from "#lib/store/vintage-rows";
import { step } from "../scripts/progress.ts";
import { writeArticles } from "./gate-articles.ts";
import type { Line } from "./line.ts";
import { time } from "./timing.ts";

const articles = 1000;
const wrongEvery = 20;

/** The gate over a thousand made articles of forty claims: all of them, and again when none has changed. */
export async function benchGate(server: string, catalogue: Catalogue): Promise<Line[]> {
  const store = openStore(await createSeededDatabase(server, "tickmark_gate"));
  const made = await mkdtemp(path.join(tmpdir(), "tickmark-gate-"));
  const folder = path.join(made, "content");
  try {
    await mkdir(path.join(folder, "charts"), { recursive: true });
    const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
    const newest = vintages.filter(({ release }) => release === "slt1").at(-1)?.date;
    if (!newest) throw new Error("The store holds no vintage of slt1");
    const wrong = await step("articles", async () => {
      const areas = catalogue.areas.filter(
        ({ kind, name }) => kind === "country" && /^[A-Z][a-z]+$/.test(name),
      );
      const found = await writeArticles(folder, createReader(store), areas, {
        count: articles,
        wrongEvery,
        asOf: newest,
        paragraphs: 10,
      });
      return [`${articles} made, ${found} of them wrong`, found] as const;
    });
    const disk = findingsOnDisk("bench", path.join(made, "checked"));
    const run = () =>
      reportContent({
        ...{ reader: createReader(store), heldVintages: vintages, now: new Date(), folder },
        // Another process remembers nothing.
        keeping: new KeptFindings(disk).over("bench", () => Promise.resolve(true)),
      });

    let most = 0;
    const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
    let first: ContentSummary | undefined;
    const all = await time(async () => void (first = await run()));
    clearInterval(sampler);
    const expected = first?.problems.filter(({ kind }) => kind === "figure-contradicted") ?? [];
    if (!first || expected.length !== wrong || first.problems.length !== wrong) {
      const some = first?.problems.slice(0, 5).map(formatProblem).join("\n") ?? "";
      throw new Error(`Expected ${wrong} problems, found ${first?.problems.length}:\n${some}`);
    }
    let second: ContentSummary | undefined;
    const again = await time(async () => void (second = await run()));
    if (JSON.stringify(second?.problems) !== JSON.stringify(first.problems)) {
      throw new Error("The second run found other problems than the first");
    }
    const parsed = await time(() => parseAll(folder, first?.reports ?? []));
    return [
      {
        name: "gate, a thousand articles of forty claims",
        value: all / 1000,
        unit: "s",
        bound: 120,
        detail: `${(articles / (all / 1000)).toFixed(0)} articles a second, ${wrong} wrong ones found`,
      },
      {
        name: "gate against only parsing the same MDX",
        value: all / parsed,
        unit: "ratio",
        bound: null,
        detail: `${all.toFixed(0)} ms against ${parsed.toFixed(0)} ms`,
      },
      {
        name: "gate again, nothing changed",
        value: again / all,
        unit: "ratio",
        bound: 0.05,
        detail: `${again.toFixed(0)} ms, ${second?.unchanged} of ${articles} unchanged`,
      },
      {
        name: "memory of the gate over a thousand articles",
        value: most / 1e6,
        unit: "MB",
        bound: null,
        detail: "the most resident while it ran, Node itself included",
      },
    ];
  } finally {
    await store.close();
    await rm(made, { recursive: true, force: true });
  }
}

async function parseAll(folder: string, reports: ContentSummary["reports"]): Promise<undefined> {
  for (const { slug, file } of reports) {
    const text = await readFile(path.join(folder, "articles", slug, "index.mdx"), "utf8");
    parseMdx(text.slice(text.indexOf("# ")), file);
  }
}
