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
import type { Nouns } from "#lib/nouns/nouns";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import { formatProblem } from "#lib/series/problem";
import { loadNouns } from "#lib/site/load-nouns";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { createSeededDatabase } from "#lib/store/test-store";
import type { Line } from "./line.ts";

/** Of the changes that mean something, how many in a hundred the gate may let through. */
const mostLetThrough = 1;

/** What was tried of one folder of articles. */
interface Tried {
  readonly outcomes: readonly MutationOutcome[];
  /** Of the articles as they are. */
  readonly problems: number;
  readonly seconds: number;
}

/**
 * Every article changed in one place at a time, some thousands of times, and held against the gate without its lock: those of
 * the site, which the gate was made with, and drafts by another hand, which it was not. What it lets through is printed, and
 * all that was tried is kept under `.tickmark/bench`.
 */
export async function benchMutations(server: string): Promise<Line[]> {
  const store = openStore(await createSeededDatabase(server, "tickmark_mutations"));
  try {
    const nouns = await loadNouns();
    if (!nouns.ok) throw new Error(nouns.problems.map(formatProblem).join("\n"));
    const reader = rememberingReader(createReader(store));
    const own = await tryFolder("content", reader, nouns.value);
    const drafts = await tryFolder("bench/drafts", reader, nouns.value);
    keep([...own.outcomes, ...drafts.outcomes]);
    return [
      ...linesOf("the site's articles", own, mostLetThrough),
      ...linesOf("drafts by another hand", drafts, null),
    ];
  } finally {
    await store.close();
  }
}

async function tryFolder(folder: string, reader: SeriesReader, nouns: Nouns): Promise<Tried> {
  const began = performance.now();
  const outcomes: MutationOutcome[] = [];
  let problems = 0;
  for (const { trial, listed } of await loadTrials(folder)) {
    const gate = createTrialGate(trial, reader, nouns);
    const asIs = await gate.problems();
    for (const problem of asIs) console.log(formatProblem(problem));
    problems += asIs.length;
    outcomes.push(...(await runMutations(gate, await listMutations(trial, listed, reader))));
  }
  console.log(`\n${folder}`);
  printRows(tabulate(outcomes));
  printLetThrough(outcomes);
  return { outcomes, problems, seconds: (performance.now() - began) / 1000 };
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

function linesOf(
  what: string,
  { outcomes, problems, seconds }: Tried,
  bound: number | null,
): Line[] {
  const all = tabulate(outcomes).at(-1);
  const through = all?.letThrough ?? 0;
  const counted = (all?.caught ?? 0) + through;
  return [
    {
      name: `changes let through, ${what}`,
      value: (100 * through) / Math.max(1, counted),
      unit: "%",
      bound,
      detail: `${through} of ${counted} that mean something, ${all?.made ?? 0} made, in ${seconds.toFixed(0)} s`,
    },
    {
      name: `problems as they are, ${what}`,
      value: problems,
      unit: "problems",
      bound: 0,
      detail: "a gate that refuses what is right catches everything",
    },
  ];
}
