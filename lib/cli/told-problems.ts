import path from "node:path";
import type { Problem } from "#lib/series/problem";
import type { ContentSummary, NamedReport } from "#lib/site/report-content";

/** A problem, and whether it makes the check fail: those of drafts do only when the draft was asked for. */
export interface ToldProblem extends Problem {
  readonly blocks: boolean;
}

/** What `tickmark check` tells, in whatever format. */
export interface ToldReport {
  readonly articles: readonly NamedReport[];
  /** How many articles were not looked at again. */
  readonly unchanged: number;
  readonly problems: readonly ToldProblem[];
}

/** What is told of the articles asked for, all when none are: their problems and those of the files that articles share. */
export function toTold(
  { reports, unchanged, problems, blocking }: ContentSummary,
  slugs: readonly string[],
  folder: string,
): ToldReport {
  const articles = path.join(folder, "articles") + path.sep;
  const isAsked = (slug: string) => slugs.length === 0 || slugs.includes(slug);
  const slugOf = ({ at }: Problem) =>
    at.file.startsWith(articles) ? (at.file.slice(articles.length).split(path.sep)[0] ?? "") : null;
  const isBlocking = new Set(blocking);
  return {
    articles: reports.filter(({ slug }) => isAsked(slug)),
    unchanged,
    problems: problems.flatMap((problem) => {
      const slug = slugOf(problem);
      if (slug !== null && !isAsked(slug)) return [];
      const isNamed = slug !== null && slugs.includes(slug);
      return [{ ...problem, blocks: isNamed || isBlocking.has(problem) }];
    }),
  };
}

/** 0 when nothing fails the check, 1 otherwise. */
export function statusOf({ problems }: ToldReport): number {
  return problems.some(({ blocks }) => blocks) ? 1 : 0;
}
