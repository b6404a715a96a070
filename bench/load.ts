import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createReadStream } from "node:fs";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Area, Series } from "#lib/series/series";
import type { SourceCell } from "#lib/sources/source-cell";
import { appendVintage } from "#lib/store/append-vintage";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import type { VintageContent } from "#lib/store/vintage-content";
import { hashOf } from "#lib/sources/seed";
import { monthPeriod, shiftPeriod } from "#lib/series/period";
import { timePair, type Pair } from "./timing.ts";
import { asVintageDate } from "./vintage-days.ts";
import { withDatabase } from "./database.ts";

/**
 * A first vintage of Table 1's size, appended to an empty store, against `\copy` of the same rows into a table with the same
 * columns and key. psql does the copying where there is one, else the protocol's COPY.
 */
export async function benchLoad(server: string, model: readonly Series[], runs = 5): Promise<Pair> {
  const content = makeContent("generated1", model, { vintage: 0, months: 76 });
  const folder = await mkdtemp(path.join(tmpdir(), "tickmark-bench-"));
  const file = path.join(folder, "rows.tsv");
  await writeFile(file, rowsOf(content));
  try {
    return await timePair(
      runs,
      () =>
        withDatabase(server, async (databaseUrl) => {
          const store = openStore(databaseUrl, 1);
          const began = performance.now();
          const result = await appendVintage(store, content);
          const took = performance.now() - began;
          await store.close();
          if (result.outcome !== "appended") throw new Error(JSON.stringify(result));
          return took;
        }),
      () =>
        withDatabase(server, async (databaseUrl, client) => {
          await client.query(`CREATE TABLE plain (series_id int, period text COLLATE "C", vintage_date date, value decimal,
            status observation_status, source_line int, source_column int, PRIMARY KEY (series_id, period, vintage_date))`);
          const began = performance.now();
          await copyRows(databaseUrl, client, file);
          return performance.now() - began;
        }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Milliseconds that the month after the last generated vintage takes in a large store: the whole table once more, with one
 * new month and three revised ones.
 */
export async function loadNextMonth(
  databaseUrl: string,
  release: string,
  model: readonly Series[],
): Promise<number> {
  const store = openStore(databaseUrl, 1);
  try {
    const empty = makeContent(release, model, { vintage: 37, months: 77 });
    const held = await createReader(store).read(
      empty.series.map(({ key }) => key),
      asVintageDate(36),
    );
    const cells = empty.cells.map((cell, at) => {
      const before = held.get(cell.key)?.[at % 77];
      return at % 77 < 73 && before ? { ...cell, value: before.value } : cell;
    });
    const began = performance.now();
    const result = await appendVintage(store, { ...empty, cells });
    const took = performance.now() - began;
    const expected = empty.series.length * 4;
    if (result.outcome !== "appended" || result.appended > expected) {
      throw new Error(`Expected at most ${expected} appended, found ${JSON.stringify(result)}`);
    }
    return took;
  } finally {
    await store.close();
  }
}

async function copyRows(databaseUrl: string, client: Client, file: string): Promise<void> {
  const psql = spawnSync("psql", ["--version"]);
  if (psql.status === 0) {
    const command = `\\copy plain from '${file}'`;
    const { status, stderr } = spawnSync("psql", [databaseUrl, "-qc", command], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return;
  }
  await pipeline(createReadStream(file), client.query(copyFrom("COPY plain FROM STDIN")));
}

function rowsOf({ cells, date, series }: VintageContent): string {
  const ids = new Map(series.map(({ key }, at) => [key, at + 1]));
  const lines = cells.map(({ key, period, value, status, line, column }) =>
    [ids.get(key), period, date, value ?? "\\N", status, line, column].join("\t"),
  );
  return `${lines.join("\n")}\n`;
}

/** A whole table as a vintage, with arbitrary figures: the same for the same arguments. */
function makeContent(
  release: string,
  model: readonly Series[],
  { vintage, months }: { vintage: number; months: number },
): VintageContent {
  const series = model.map((one) => ({
    ...one,
    key: `${release}${one.key.slice(one.key.indexOf("."))}`,
    release,
  }));
  const periods = Array.from({ length: months }, (_, at) => shiftPeriod(monthPeriod(2020, 1), at));
  const cells = series.flatMap(({ key }, at) =>
    periods.map((period, month): SourceCell => {
      const value = String(((at * 7919 + month * 104729 + vintage) % 2000003) - 1000000);
      return { key, period, value, status: "normal", line: month + 10, column: 4 };
    }),
  );
  const slugs = [...new Set(series.map(({ area }) => area))];
  return {
    release: {
      slug: release,
      title: "Generated table",
      publisher: "Nobody",
      url: "https://example.test/generated.txt",
      licence: "None",
    },
    date: asVintageDate(vintage),
    snapshot: {
      sha256: hashOf(`${release} ${vintage}`),
      fileName: "generated.txt",
      url: "https://example.test/generated.txt",
      bytes: 1,
      retrieved: null,
    },
    note: null,
    areas: slugs.map((slug): Area => ({
      slug,
      code: null,
      name: slug,
      kind: "country",
      region: null,
      iso: null,
      names: {},
    })),
    series,
    cells,
    violations: [],
  };
}
