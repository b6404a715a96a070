import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";

/** The units a figure may have, and how many decimals are shown of each. */
const digits = { ratio: 2, ms: 1, kB: 1, MB: 1, s: 1, "%": 1, problems: 1, shift: 4 } as const;

/** One measured figure. `bound` is what it must not exceed; null where the project promises nothing. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: keyof typeof digits;
  readonly bound: number | null;
  readonly detail: string;
}

/** Prints the lines as a table, keeps them as JSON under `.tickmark/bench`, and gives the number that break their bound. */
export function report(lines: readonly Line[], began: Date): number {
  const width = Math.max(...lines.map(({ name }) => name.length));
  for (const { name, value, unit, bound, detail } of lines) {
    const mark = bound === null ? " " : value <= bound ? "✓" : "✗";
    const limit = bound === null ? "" : `at most ${bound}`;
    const shown = `${value.toFixed(digits[unit])}${unit === "ratio" ? "×" : ` ${unit}`}`;
    console.log(
      `${mark} ${name.padEnd(width)}  ${shown.padStart(10)}  ${limit.padEnd(12)} ${detail}`,
    );
  }
  const git = spawnSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" });
  const commit = git.status === 0 ? git.stdout.trim() : null;
  const folder = path.join(".tickmark", "bench");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${began.toISOString().replaceAll(":", "-").slice(0, 19)}.json`);
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    node: process.version,
  };
  writeFileSync(
    file,
    `${JSON.stringify({ began: began.toISOString(), commit, machine, lines }, null, 2)}\n`,
  );
  console.log(`\nKept in ${file}`);
  return lines.filter(({ value, bound }) => bound !== null && value > bound).length;
}
