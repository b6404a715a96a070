import type { Series } from "#lib/series/series";
import { seconds, step } from "../scripts/progress.ts";
import { withDatabase } from "./database.ts";
import { generatedRelease, generateStore } from "./generate.ts";
import { loadNextMonth } from "./load.ts";
import { benchRead, makePlainTable } from "./read.ts";
import type { Line } from "./line.ts";
import type { Pair } from "./timing.ts";

interface Size {
  readonly millions: number;
  readonly observations: number;
  readonly read: Pair;
  /** Milliseconds of loading a month's vintage. */
  readonly month: number;
}

/** Reading and loading in generated stores of several sizes, and how both grow from the smallest to the largest. */
export async function benchSizes(
  server: string,
  model: readonly Series[],
  sizes: readonly number[],
): Promise<Line[]> {
  const measured: Size[] = [];
  for (const millions of sizes) measured.push(await measure(server, model, millions));
  const [smallest] = measured;
  return measured.flatMap((size): Line[] => {
    const { millions, observations, read, month } = size;
    const at = `${millions} million observations`;
    const lines: Line[] = [
      {
        name: `as-of read against a query by hand, ${at}`,
        value: read.ratio,
        unit: "ratio",
        bound: 1.5,
        detail: `${read.ours.toFixed(2)} ms against ${read.theirs.toFixed(2)} ms, ${observations} rows, median of ${read.runs} by 200 series`,
      },
      {
        name: `load of a month's vintage, ${at}`,
        value: month / 1000,
        unit: "s",
        bound: null,
        detail: `${model.length * 77} cells, of which ${model.length * 4} new or revised`,
      },
    ];
    if (smallest && size !== smallest) {
      lines.push({
        name: `as-of read, ${at} against ${smallest.millions}`,
        value: read.ours / smallest.read.ours,
        unit: "ratio",
        bound: 1.2,
        detail: "flat within 20 %",
      });
    }
    return lines;
  });
}

async function measure(server: string, model: readonly Series[], millions: number): Promise<Size> {
  return withDatabase(server, async (databaseUrl, client) => {
    const generated = await step(`store of ${millions} million observations`, async () => {
      const made = await generateStore(client, model, millions * 1e6);
      return [
        `${made.observations} in ${made.series} series, ${made.vintages} vintages`,
        made,
      ] as const;
    });
    await step("the same rows on a plain table", async () => {
      await makePlainTable(client);
      return "copied";
    });
    const read = await step("as-of reads", async () => {
      const pair = await benchRead(databaseUrl, client);
      return [`${pair.ours.toFixed(2)} ms, by hand ${pair.theirs.toFixed(2)} ms`, pair] as const;
    });
    const month = await step("a month's vintage", async () => {
      const began = performance.now();
      const took = await loadNextMonth(databaseUrl, generatedRelease(generated.releases), model);
      return [`loaded, with preparation ${seconds(began)}`, took] as const;
    });
    return { millions, observations: generated.observations, read, month };
  });
}
