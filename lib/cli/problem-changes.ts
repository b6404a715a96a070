import type { ToldProblem } from "./told-problems.ts";

/** What a change of the content did to the problems. One that only moved to another line is neither. */
export interface ProblemChanges {
  readonly added: readonly ToldProblem[];
  readonly mended: readonly ToldProblem[];
}

export function compareProblems(
  before: readonly ToldProblem[],
  now: readonly ToldProblem[],
): ProblemChanges {
  return { added: without(now, before), mended: without(before, now) };
}

/** `problems` less one for each of `others` that says the same of the same file. */
function without(
  problems: readonly ToldProblem[],
  others: readonly ToldProblem[],
): readonly ToldProblem[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(nameOf(other), (left.get(nameOf(other)) ?? 0) + 1);
  return problems.filter((problem) => {
    const count = left.get(nameOf(problem)) ?? 0;
    left.set(nameOf(problem), count - 1);
    return count <= 0;
  });
}

function nameOf({ kind, message, at }: ToldProblem): string {
  return `${at.file}\n${kind}\n${message}`;
}
