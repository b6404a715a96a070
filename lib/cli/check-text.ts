import { formatProblem, onOneLine } from "#lib/series/problem";
import type { ToldProblem, ToldReport } from "./told-problems.ts";

/** A line for each article, with what holds in it. */
export function articleLines({ articles }: ToldReport): string {
  return articles
    .map(({ slug, counts, isDraft }) => {
      const name = `${onOneLine(slug)}${isDraft ? " (draft)" : ""}`;
      return counts === null
        ? `${name}: cannot be read\n`
        : `${name}: ${counts.held} of ${counts.claims} claims hold as of ${counts.asOf}; ` +
            `${counts.quoted} quoted, ${counts.exempt} exempt\n`;
    })
    .join("");
}

/** "2 problems, 1 of them in drafts, which stop nothing". */
export function countLine(problems: readonly ToldProblem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length || "No"} problems`;
  const open = problems.filter(({ blocks }) => !blocks).length;
  if (open === 0) return count;
  const all = open === problems.length;
  return `${count}, ${all ? (open === 1 ? "in a draft" : "all in drafts") : `${open} of them in drafts`}, which ${open === 1 ? "stops" : "stop"} nothing`;
}

export function problemLines(problems: readonly ToldProblem[]): string {
  return problems.map((problem) => `${formatProblem(problem)}\n`).join("");
}
