import type { Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";

/** More problems of one file than these are not told: nobody reads them all, and each takes memory. */
export const mostProblems = 1000;

/** Adds problems one by one: what a file of 200,000 bad lines has are too many to be arguments of one call. */
export function addProblems(problems: Problem[], more: Iterable<Problem>): void {
  for (const problem of more) problems.push(problem);
}

/** The same, with at most `mostProblems` problems and, when there were more, one that says so: `many-problems`. */
export function boundProblems<T>(checked: Checked<T>): Checked<T> {
  if (checked.ok) return checked;
  const { problems } = checked;
  const last = problems[mostProblems - 1];
  if (!last || problems.length === mostProblems) return checked;
  const message = `Expected a file with few problems, found ${problems.length} or more; the first ${mostProblems} stand above`;
  const fix = "the file is damaged; fetch it again";
  return {
    ok: false,
    problems: [
      ...problems.slice(0, mostProblems),
      { kind: "many-problems", message, at: last.at, fix },
    ],
  };
}
