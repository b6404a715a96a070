import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { keptRuns, worseThan, type BenchRun } from "./compare.ts";
import { isBroken, type Line } from "./line.ts";

/** The units a figure may have, and how many decimals are shown of each. */
const digits: Readonly<Record<Line["unit"], number>> = {
  ...{ ratio: 2, ms: 1, kB: 1, MB: 1, s: 1, "%": 1 },
  ...{ problems: 1, shift: 4 },
};

/**
 * Prints the lines as a table, keeps them as JSON under `.tickmark/bench`, names what is worse than in the last kept run of the
 * same machine, and gives the number that break their bound.
 */
export function report(lines: readonly Line[], began: Date): number {
  const width = Math.max(...lines.map(({ name }) => name.length));
  for (const line of lines) {
    const mark = hasBound(line) ? (isBroken(line) ? "✗" : "✓") : " ";
    const { name, value, unit, detail } = line;
    console.log(
      `${mark} ${name.padEnd(width)}  ${shown(value, unit).padStart(10)}  ${boundOf(line).padEnd(13)} ${detail}`,
    );
  }
  const git = spawnSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" });
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    node: process.version,
  };
  const run: BenchRun = {
    began: began.toISOString(),
    commit: git.status === 0 ? git.stdout.trim() : null,
    machine,
    lines,
  };
  const folder = path.join(".tickmark", "bench");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${run.began.replaceAll(":", "-").slice(0, 19)}.json`);
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  console.log(`\nKept in ${file}`);
  // Last, since an hour's figures must not be lost to what goes wrong with older ones.
  tellWorse(run, keptRuns([folder, path.join("bench", "results")]));
  return lines.filter(isBroken).length;
}

function tellWorse(run: BenchRun, before: readonly BenchRun[]): void {
  const worse = worseThan(run, before);
  if (worse.length > 0)
    console.log("\nWorse by more than a fifth than this machine measured last:");
  for (const { name, value, unit, last } of worse) {
    const when = `${last.began.slice(0, 10)}, ${last.commit ?? "no commit"}`;
    console.log(
      `! ${name}: ${shown(value, unit)}, and ${shown(last.value, unit)} before (${when})`,
    );
  }
}

function hasBound({ bound, least }: Line): boolean {
  return bound !== null || least !== undefined;
}

function boundOf({ bound, least }: Line): string {
  if (bound !== null) return `at most ${bound}`;
  return least === undefined ? "" : `at least ${least}`;
}

function shown(value: number, unit: Line["unit"]): string {
  return `${value.toFixed(digits[unit])}${unit === "ratio" ? "×" : ` ${unit}`}`;
}
