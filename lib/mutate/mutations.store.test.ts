import { afterAll, beforeAll, expect, test } from "vitest";
import { checkLock } from "#lib/articles/claims-lock";
import { parseArticle } from "#lib/articles/article";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Nouns } from "#lib/nouns/nouns";
import { formatProblem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { loadNouns } from "#lib/site/load-nouns";
import { createReader } from "#lib/store/reader";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { listMutations } from "./list-mutations.ts";
import { loadTrials, type Trial } from "./load-trials.ts";
import type { Mutation } from "./mutation.ts";
import { isLetThrough, runMutations, type MutationOutcome } from "./run-mutations.ts";
import { sample } from "./sample.ts";
import { createTrialGate, type TrialGate } from "./trial-gate.ts";

// The site's own articles, changed in one place at a time, and held against the figures that the project carries.

interface Subject extends Trial {
  readonly gate: TrialGate;
  readonly mutations: readonly Mutation[];
}

let store: TestStore;
let subjects: Subject[];
beforeAll(async () => {
  store = await createSeededTestStore();
  const reader: SeriesReader = rememberingReader(createReader(store));
  const nouns = await requireNouns();
  subjects = [];
  for (const { trial, listed } of await loadTrials()) {
    const gate = createTrialGate(trial, reader, nouns);
    subjects.push({ trial, listed, gate, mutations: await listMutations(trial, listed, reader) });
  }
});
afterAll(() => store.close());

async function requireNouns(): Promise<Nouns> {
  const nouns = await loadNouns();
  if (!nouns.ok) throw new Error(nouns.problems.map(formatProblem).join("\n"));
  return nouns.value;
}

test("the articles as they are raise nothing", async () => {
  for (const { gate } of subjects) expect(await gate.problems()).toEqual([]);
});

/** So many of each article that they are `count` in all, whatever their number. */
function ofEach(count: number): number {
  return Math.ceil(count / subjects.length);
}

/** Of the changes that mean something. */
const mostLetThrough = 0.01;

test("the gate refuses nearly all of 300 changes that mean something", async () => {
  const outcomes: MutationOutcome[] = [];
  for (const { gate, mutations } of subjects) {
    const meaningful = mutations.filter(({ apart }) => apart === null);
    outcomes.push(...(await runMutations(gate, sample(meaningful, ofEach(300), 4))));
  }
  const through = outcomes.filter(isLetThrough);
  const list = through.slice(0, 40).map(({ mutation }) => `${mutation.kind}: ${mutation.sentence}`);
  expect(through.length / outcomes.length, list.join("\n")).toBeLessThanOrEqual(mostLetThrough);
});

test("what the gate says of a change in a part of the article is what it says of it in the whole", async () => {
  for (const { gate, mutations } of subjects) {
    for (const mutation of sample(mutations, ofEach(20), 5)) {
      const kindsOf = (problems: readonly { kind: string; message: string }[]) =>
        problems.map(({ kind, message }) => `${kind}: ${message}`).sort();
      expect(kindsOf(await gate.problemsOf(mutation)), mutation.sentence).toEqual(
        kindsOf(await gate.problemsOfWhole(mutation)),
      );
    }
  }
});

test("the lock refuses the changes that are said to change what it records, and no others", async () => {
  for (const { trial, mutations } of subjects) {
    const inText = mutations.filter(({ document }) => document === "article");
    for (const { start, end, replacement, isLocked, sentence } of sample(inText, ofEach(40), 6)) {
      const source = trial.source.slice(0, start) + replacement + trial.source.slice(end);
      const { article } = parseArticle(source, trial, trial.headlines);
      if (article === null) continue;
      expect((await checkLock(article)).length > 0, sentence).toBe(isLocked);
    }
  }
});
