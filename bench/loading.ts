import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Catalogue } from "#lib/sources/catalogue";
import type { Series } from "#lib/series/series";
import { step } from "../scripts/progress.ts";
import { withDatabase } from "./database.ts";
import { makeBoundFile } from "./bound-file.ts";
import { largestSeeds } from "./largest-seeds.ts";
import { benchLoad } from "./load.ts";
import { benchMemory, type LoadMemory } from "./memory.ts";
import type { Line } from "./line.ts";
import { sourceFiles } from "./source-files.ts";

/** Loading against `\copy`, and the memory of the largest loads. */
export async function benchLoading(
  server: string,
  model: readonly Series[],
  catalogue: Catalogue,
): Promise<Line[]> {
  const load = await step("load of a first vintage", async () => {
    const pair = await benchLoad(server, model);
    return [`${pair.ours.toFixed(0)} ms, \\copy ${pair.theirs.toFixed(0)} ms`, pair] as const;
  });
  const memory = await step("memory of a load", async () => {
    // A database each: a file whose vintage is held would not be compared and written.
    const made = mkdtempSync(path.join(os.tmpdir(), "bench-"));
    const loads = [
      ["prisma/seed"],
      ...largestSeeds(3).map((one) => [one]),
      ...sourceFiles(),
      makeBoundFile(catalogue, made),
    ];
    const measured: LoadMemory[] = [];
    for (const one of loads) {
      measured.push(
        ...(await withDatabase(server, (url) => Promise.resolve(benchMemory(url, [one])))),
      );
    }
    rmSync(made, { recursive: true });
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
      name: `memory of loading ${what.replace(/^\S*bench-\w+/, "made")}`,
      value: peak,
      unit: "MB",
      bound: 300,
      detail: `${cells} cells`,
    })),
  ];
}
