import type { Series } from "#lib/series/series";
import { step } from "../scripts/progress.ts";
import { withDatabase } from "./database.ts";
import { largestSeeds } from "./largest-seeds.ts";
import { benchLoad } from "./load.ts";
import { benchMemory, type LoadMemory } from "./memory.ts";
import type { Line } from "./report.ts";
import { sourceFiles } from "./source-files.ts";

/** Loading against `\copy`, and the memory of the largest loads. */
export async function benchLoading(server: string, model: readonly Series[]): Promise<Line[]> {
  const load = await step("load of a first vintage", async () => {
    const pair = await benchLoad(server, model);
    return [`${pair.ours.toFixed(0)} ms, \\copy ${pair.theirs.toFixed(0)} ms`, pair] as const;
  });
  const memory = await step("memory of a load", async () => {
    // A database each: a file whose vintage is held would not be compared and written.
    const loads = [["prisma/seed"], ...largestSeeds(3).map((one) => [one]), ...sourceFiles()];
    const measured: LoadMemory[] = [];
    for (const one of loads) {
      measured.push(
        ...(await withDatabase(server, (url) => Promise.resolve(benchMemory(url, [one])))),
      );
    }
    return [`${measured.length} loads`, measured] as const;
  });
  return [
    {
      name: "load against \\copy of the same rows",
      value: load.ratio,
      unit: "ratio",
      bound: 3,
      detail: `${load.ours.toFixed(0)} ms against ${load.theirs.toFixed(0)} ms, ${76 * model.length} rows, median of ${load.runs}`,
    },
    ...memory.map(({ what, cells, peak }): Line => ({
      name: `memory of loading ${what}`,
      value: peak,
      unit: "MB",
      bound: 300,
      detail: `${cells} cells`,
    })),
  ];
}
