import { Command } from "commander";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import type { Series } from "#lib/series/series";
import { makeType } from "../scripts/make-type.ts";
import { generatePrismaClient } from "../scripts/prisma-client.ts";
import { startThrowAwayCluster } from "../scripts/cluster.ts";
import { step } from "../scripts/progress.ts";
import { benchBuild, useBuild } from "./built-site.ts";
import type { Line } from "./line.ts";
import { readNamedPage, type NamedPage } from "./named-page.ts";
import { report } from "./report.ts";

/** What a part may use. */
interface BenchGround {
  /** A PostgreSQL that is thrown away at the end. */
  readonly server: string;
  readonly known: Catalogue;
  /** The series of Table 1: the shape that generated stores have. */
  readonly model: readonly Series[];
  /** Millions of observations of generated stores. */
  readonly sizes: readonly number[];
  /** Articles of the sites that are made to see how they grow. */
  readonly counts: readonly number[];
  /** Pages to measure beside ours. */
  readonly pages: readonly NamedPage[];
}

type Part = (ground: BenchGround) => Promise<Line[]>;

/** All parts, in their order. Their modules are loaded when they run: some need what is generated first. */
const allParts: Readonly<Record<string, Part>> = {
  load: async ({ server, model, known }) =>
    (await import("./loading.ts")).benchLoading(server, model, known),
  size: async ({ server, model, sizes }) =>
    (await import("./sizes.ts")).benchSizes(server, model, sizes),
  gate: async ({ server, known }) => (await import("./gate-speed.ts")).benchGate(server, known),
  mutations: async ({ server }) => (await import("./gate-mutations.ts")).benchMutations(server),
  suggest: async ({ server }) => (await import("./suggest.ts")).benchSuggest(server),
  html: async ({ server }) => (await import("./html-rate.ts")).benchHtml(server),
  answers: async ({ server }) => (await import("./answer-latency.ts")).benchAnswers(server),
  feeds: async ({ server }) => (await import("./feed-polls.ts")).benchFeeds(server),
  growth: async ({ server, known, counts }) =>
    (await import("./growth.ts")).benchGrowth(server, known, counts),
  watch: async ({ server }) => (await import("./watch.ts")).benchWatch(server),
  page: async ({ server, pages }) => (await import("./page-speed.ts")).benchPages(server, pages),
};

/**
 * `npm run bench`: what the project costs readers, editors and operators, as ratios to the plainest way of doing the same in the same
 * run. Gives the exit status: 1 when a bound is broken.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const { parts, ...wanted } = readArguments(args);
  const began = new Date();
  await step("prisma client", async () =>
    (await generatePrismaClient(process.cwd())) ? "generated" : "up to date",
  );
  await step("type", async () => ((await makeType(process.cwd())) ? "cut" : "up to date"));
  const known = catalogue();
  const cluster = await startThrowAwayCluster();
  const ground = { server: cluster.url, known, model: modelSeries(known), ...wanted };
  const lines: Line[] = [];
  try {
    for (const part of parts) lines.push(...(await part(ground)));
  } finally {
    await cluster.stop();
  }
  console.log();
  return report(lines, began) === 0 ? 0 : 1;
}

/** Which parts to run, millions of observations, and which pages to measure besides our own. */
function readArguments(args: readonly string[]): {
  sizes: number[];
  counts: number[];
  parts: Part[];
  pages: NamedPage[];
} {
  const all = Object.keys(allParts).join(",");
  const options = new Command("bench")
    .option("--sizes <millions>", "observations of the generated stores, in millions", "1,10,50")
    .option("--articles <counts>", "articles of the sites made to see how they grow", "10,100,1000")
    .option("--only <parts>", all.replaceAll(",", ", "), all)
    .option("--page <name=url...>", "pages to measure beside the article of ours", [])
    .option("--built", "serve what the last bench built, and do not build the site again")
    .parse([...args], { from: "user" })
    .opts<{ sizes: string; articles: string; only: string; page: string[]; built?: true }>();
  const sizes = options.sizes.split(",").map(Number);
  if (sizes.some((size) => !(size > 0 && size <= 1000))) {
    throw new RangeError(`Expected millions such as 1,10,50, found "${options.sizes}"`);
  }
  const counts = options.articles.split(",").map(Number);
  if (counts.some((count) => !(Number.isInteger(count) && count > 0 && count <= 10_000))) {
    throw new RangeError(`Expected counts such as 10,100,1000, found "${options.articles}"`);
  }
  if (options.built) useBuild(benchBuild);
  const chosen = options.only.split(",");
  const unknown = chosen.filter((name) => !(name in allParts));
  if (unknown.length > 0) {
    throw new RangeError(`Expected parts of ${all}, found "${unknown.join(",")}"`);
  }
  const parts = Object.entries(allParts).filter(([name]) => chosen.includes(name));
  const pages = options.page.map(readNamedPage);
  return { sizes, counts, parts: parts.map(([, part]) => part), pages };
}

function catalogue(): Catalogue {
  const loaded = loadCatalogue();
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

/** In the order of their keys. */
function modelSeries(known: Catalogue): Series[] {
  return [...seriesOf(known, "slt1").values()].sort((left, right) =>
    left.key < right.key ? -1 : 1,
  );
}
