import { statusOf, type ToldProblem, type ToldReport } from "./told-problems.ts";

/** What `tickmark check --format json` tells; documented in this folder's README. */
export function checkJson(report: ToldReport) {
  return {
    version: 1,
    ok: statusOf(report) === 0,
    articles: report.articles.map(({ slug, file, isDraft, counts, problems }) => ({
      slug,
      file,
      draft: isDraft,
      asOf: counts?.asOf ?? null,
      claims: counts?.claims ?? null,
      held: counts?.held ?? null,
      quoted: counts?.quoted ?? null,
      exempt: counts?.exempt ?? null,
      problems: problems.length,
    })),
    problems: report.problems.map(problemJson),
  };
}

export function problemJson({ kind, message, fix, at, blocks }: ToldProblem) {
  const { file, line, column } = at;
  return { kind, message, fix: fix ?? null, file, line, column, blocks };
}
