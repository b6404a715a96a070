import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listMutations } from "#lib/mutate/list-mutations";
import { loadTrials } from "#lib/mutate/load-trials";
import {
  isLetThrough,
  runMutations,
  tabulate,
  type MutationOutcome,
  type MutationRow,
} from "#lib/mutate/run-mutations";
import { apartRules } from "#lib/mutate/mutation";
import { createTrialGate } from "#lib/mutate/trial-gate";
import { rememberingReader } from "#lib/series/remembering-reader";
import { formatProblem } from "#lib/series/problem";
import { loadNouns } from "#lib/site/load-nouns";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { createSeededDatabase } from "#lib/store/test-store";
import type { Line } from "./report.ts";

/** Of the changes that mean something, how many in a hundred the gate may let through. */
const mostLetThrough = 1;

/**
 * Every article of the site changed in one place at a time, some thousands of times, and held against the gate without its
 * lock. What it lets through is printed, and all that was tried is kept under `.tickmark/bench`.
 */
export async function benchMutations(server: string): Promise<Line[]> {
  const store = openStore(await createSeededDatabase(server, "tickmark_mutations"));
  const began = performance.now();
  const outcomes: MutationOutcome[] = [];
  let problems = 0;
  try {
    const nouns = await loadNouns();
    if (!nouns.ok) throw new Error(nouns.problems.map(formatProblem).join("\n"));
    const reader = rememberingReader(createReader(store));
    for (const { trial, listed } of await loadTrials()) {
      const gate = createTrialGate(trial, reader, nouns.value);
      const asIs = await gate.problems();
      for (const problem of asIs) console.log(formatProblem(problem));
      problems += asIs.length;
      outcomes.push(...(await runMutations(gate, await listMutations(trial, listed, reader))));
    }
  } finally {
    await store.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const rows = tabulate(outcomes);
  printRows(rows);
  printLetThrough(outcomes);
  keep(outcomes);
  return linesOf(rows, problems, seconds);
}

function printRows(rows: readonly MutationRow[]): void {
  console.log(
    "\nchange of              made   apart  caught  let through  (in the lock)  caught by",
  );
  for (const { kind, made, apart, caught, letThrough, lockedOfThrough, by } of rows) {
    const counts = [
      String(made).padStart(5),
      String(apart).padStart(7),
      String(caught).padStart(7),
      String(letThrough).padStart(12),
      String(lockedOfThrough).padStart(14),
    ];
    const kinds = by.map(([name, count]) => `${name} ${count}`).join(", ");
    console.log(`${kind.padEnd(22)}${counts.join(" ")}  ${kinds}`);
  }
}

function printLetThrough(outcomes: readonly MutationOutcome[]): void {
  const through = outcomes.filter(isLetThrough);
  console.log(through.length === 0 ? "\nNothing was let through." : "\nLet through:");
  for (const { mutation } of through) console.log(`  ${mutation.kind}: ${mutation.sentence}`);
  const counts = apartRules.map((rule) => {
    const count = outcomes.filter(({ mutation }) => mutation.apart === rule).length;
    return `${rule} ${count}`;
  });
  console.log(`\nCounted apart: ${counts.join(", ")}.`);
}

function keep(outcomes: readonly MutationOutcome[]): void {
  const folder = path.join(".tickmark", "bench");
  mkdirSync(folder, { recursive: true });
  const flat = outcomes.map(({ mutation, kinds }) => ({ ...mutation, problems: kinds }));
  writeFileSync(path.join(folder, "mutations.json"), `${JSON.stringify(flat, null, 1)}\n`);
}

function linesOf(rows: readonly MutationRow[], problems: number, seconds: number): Line[] {
  const all = rows.at(-1);
  const counted = (all?.caught ?? 0) + (all?.letThrough ?? 0);
  const through = all?.letThrough ?? 0;
  return [
    {
      name: "mutations let through",
      value: (100 * through) / Math.max(1, counted),
      unit: "%",
      bound: mostLetThrough,
      detail: `${through} of ${counted} that mean something, ${all?.made ?? 0} made`,
    },
    {
      name: "problems of unchanged articles",
      value: problems,
      unit: "problems",
      bound: 0,
      detail: "a gate that refuses what is right catches everything",
    },
    {
      name: "time of the mutations",
      value: seconds,
      unit: "s",
      bound: 180,
      detail: "all changes, the store's answers kept",
    },
  ];
}
