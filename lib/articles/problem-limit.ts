import type { Place, Problem } from "#lib/series/problem";

/** More than anybody mends in one go. What is left shows at the next check. */
const mostProblems = 500;

/** The first problems of many, and how many more there are, told at `at`. */
export function limitProblems(problems: readonly Problem[], at: Place): Problem[] {
  const more = problems.length - mostProblems;
  if (more <= 0) return [...problems];
  const message = `…and ${more} more ${more === 1 ? "problem" : "problems"}`;
  return [
    ...problems.slice(0, mostProblems),
    { kind: "more-problems", message, at, fix: "mend the ones above first" },
  ];
}
