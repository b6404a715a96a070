import type { Mutation, MutationKind } from "./mutation.ts";
import { mutationKinds } from "./mutation.ts";
import type { TrialGate } from "./trial-gate.ts";

/** A change, and the kinds of problems that the gate has with it; none for a change that it lets through. */
export interface MutationOutcome {
  readonly mutation: Mutation;
  readonly kinds: readonly string[];
}

/** What came of the changes of one kind. */
export interface MutationRow {
  readonly kind: MutationKind | "all";
  readonly made: number;
  /** Of those made, how many a rule counts apart; the others are caught or let through. */
  readonly apart: number;
  readonly caught: number;
  readonly letThrough: number;
  /** How many of those let through change what `claims.lock` records, and would be refused for that. */
  readonly lockedOfThrough: number;
  /** By the kind of problem, the most frequent first: how many of those caught have one. */
  readonly by: readonly (readonly [kind: string, count: number])[];
}

/** Tries changes one by one, in their order. */
export async function runMutations(
  gate: TrialGate,
  mutations: readonly Mutation[],
): Promise<MutationOutcome[]> {
  const outcomes: MutationOutcome[] = [];
  for (const mutation of mutations) {
    const problems = await gate.problemsOf(mutation);
    outcomes.push({ mutation, kinds: [...new Set(problems.map(({ kind }) => kind))] });
  }
  return outcomes;
}

/** A row for each kind that occurs, and one for all. */
export function tabulate(outcomes: readonly MutationOutcome[]): MutationRow[] {
  const rows = mutationKinds.map((kind) =>
    toRow(
      kind,
      outcomes.filter(({ mutation }) => mutation.kind === kind),
    ),
  );
  return [...rows.filter(({ made }) => made > 0), toRow("all", outcomes)];
}

/** What the gate should have refused and did not. */
export function isLetThrough({ mutation, kinds }: MutationOutcome): boolean {
  return mutation.apart === null && kinds.length === 0;
}

function toRow(kind: MutationRow["kind"], outcomes: readonly MutationOutcome[]): MutationRow {
  const counted = outcomes.filter(({ mutation }) => mutation.apart === null);
  const letThrough = counted.filter(isLetThrough);
  const by = new Map<string, number>();
  for (const problem of counted.flatMap(({ kinds }) => kinds)) {
    by.set(problem, (by.get(problem) ?? 0) + 1);
  }
  return {
    kind,
    made: outcomes.length,
    apart: outcomes.length - counted.length,
    caught: counted.length - letThrough.length,
    letThrough: letThrough.length,
    lockedOfThrough: letThrough.filter(({ mutation }) => mutation.isLocked).length,
    by: [...by].sort((left, right) => right[1] - left[1]),
  };
}
