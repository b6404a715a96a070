import { Command } from "commander";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import type { Series } from "#lib/series/series";
import { makeType } from "../scripts/make-type.ts";
import { generatePrismaClient } from "../scripts/prisma-client.ts";
import { startThrowAwayCluster } from "../scripts/cluster.ts";
import { step } from "../scripts/progress.ts";
import { benchSizes } from "./sizes.ts";
import { readNamedPage, type NamedPage } from "./named-page.ts";
import { report, type Line } from "./report.ts";

/**
 * `npm run bench`: what loading, reading and checking cost, as ratios to the plainest way of doing the same on the same
 * PostgreSQL in the same run, and what an article costs a reader beside a page made by hand. Gives the exit status: 1 when a bound is broken.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const { sizes, parts, pages } = readArguments(args);
  const began = new Date();
  await step("prisma client", async () =>
    (await generatePrismaClient(process.cwd())) ? "generated" : "up to date",
  );
  await step("type", async () => ((await makeType(process.cwd())) ? "cut" : "up to date"));
  const { benchLoading } = await import("./loading.ts");
  const { benchGate } = await import("./gate-speed.ts");
  const { benchMutations } = await import("./gate-mutations.ts");
  const { benchSuggest } = await import("./suggest.ts");
  const { benchFeeds } = await import("./feed-polls.ts");
  const { benchEdit } = await import("./edit.ts");
  const { benchWatch } = await import("./watch.ts");
  const { benchPages } = await import("./page-speed.ts");
  const known = catalogue();
  const model = modelSeries(known);
  const cluster = await startThrowAwayCluster();
  const lines: Line[] = [];
  try {
    if (parts.includes("load")) lines.push(...(await benchLoading(cluster.url, model, known)));
    if (parts.includes("size")) lines.push(...(await benchSizes(cluster.url, model, sizes)));
    if (parts.includes("gate")) lines.push(...(await benchGate(cluster.url, known)));
    if (parts.includes("mutations")) lines.push(...(await benchMutations(cluster.url)));
    if (parts.includes("suggest")) lines.push(...(await benchSuggest(cluster.url)));
    if (parts.includes("feeds")) lines.push(...(await benchFeeds(cluster.url)));
    if (parts.includes("edit")) lines.push(...(await benchEdit(cluster.url, known)));
    if (parts.includes("watch")) lines.push(...(await benchWatch(cluster.url)));
    if (parts.includes("page")) lines.push(...(await benchPages(cluster.url, pages)));
  } finally {
    await cluster.stop();
  }
  console.log();
  return report(lines, began) === 0 ? 0 : 1;
}

/** Millions of observations, which parts to run, and which pages to measure besides our own. */
function readArguments(args: readonly string[]): {
  sizes: number[];
  parts: string[];
  pages: NamedPage[];
} {
  const options = new Command("bench")
    .option("--sizes <millions>", "observations of the generated stores, in millions", "1,10,50")
    .option(
      "--only <parts>",
      "load, size, gate, mutations, suggest, page, feeds, edit, watch",
      "load,size,gate,mutations,suggest,page,feeds,edit,watch",
    )
    .option("--page <name=url...>", "pages to measure beside the article of ours", [])
    .parse([...args], { from: "user" })
    .opts<{ sizes: string; only: string; page: string[] }>();
  const sizes = options.sizes.split(",").map(Number);
  if (sizes.some((size) => !(size > 0 && size <= 1000))) {
    throw new RangeError(`Expected millions such as 1,10,50, found "${options.sizes}"`);
  }
  return { sizes, parts: options.only.split(","), pages: options.page.map(readNamedPage) };
}

function catalogue(): Catalogue {
  const loaded = loadCatalogue();
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

/** The series of Table 1, in the order of their keys: the shape that generated stores have. */
function modelSeries(known: Catalogue): Series[] {
  return [...seriesOf(known, "slt1").values()].sort((left, right) =>
    left.key < right.key ? -1 : 1,
  );
}
