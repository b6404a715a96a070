import { spawnSync } from "node:child_process";
import path from "node:path";

/** What a process that loaded one file reports of itself. */
export interface LoadMemory {
  /** "prisma/seed/s1/2023-03-15", "../shared/tic/2026-06-18/slt_table1.txt 2026-06-18 sync" */
  readonly what: string;
  readonly cells: number;
  /** The most that was ever resident, in MB (10^6 bytes), Node itself included. */
  readonly peak: number;
}

/** Loads each of these, given as load-one.ts takes them, in a process of its own, so that the peak is that of one load and nothing else. */
export function benchMemory(
  databaseUrl: string,
  loads: readonly (readonly string[])[],
): LoadMemory[] {
  return loads.map((load) => {
    const one = load.join(" ");
    const child = spawnSync(
      process.execPath,
      ["--expose-gc", "--import", "tsx", path.join("bench", "load-one.ts"), ...load],
      { encoding: "utf8", env: { ...process.env, DATABASE_URL: databaseUrl } },
    );
    const line = /^(\d+) cells, (\d+) kB$/m.exec(child.stdout);
    if (child.status !== 0 || !line) throw new Error(`${one}: ${child.stderr}${child.stdout}`);
    return { what: one, cells: Number(line[1]), peak: (Number(line[2]) * 1024) / 1e6 };
  });
}
