import { noArticle } from "#lib/articles/article";
import type { ToldProblem, ToldReport } from "./told-problems.ts";

/** What a change of the content did to the problems. One that only moved to another line is neither. */
export interface ProblemChanges {
  readonly added: readonly ToldProblem[];
  readonly mended: readonly ToldProblem[];
  /** Of what can be read no more: nobody knows whether they are mended. */
  readonly unseen: readonly ToldProblem[];
}

/** What hides the claims and the words behind it. */
const hiding: ReadonlySet<string> = new Set([
  "mdx",
  "frontmatter",
  "bad-yaml",
  "too-long",
  "too-deep",
]);

/** The files of which something was not read, and nothing in it checked. */
export function unreadFiles({ articles, problems }: ToldReport): string[] {
  // Where nothing stands there is nothing to be read.
  const empty = new Set(problems.filter(({ kind }) => kind === noArticle).map(({ at }) => at.file));
  const unread = articles.filter(({ counts, file }) => counts === null && !empty.has(file));
  return [
    ...new Set([
      ...unread.map(({ file }) => file),
      ...problems.filter(({ kind }) => hiding.has(kind)).map(({ at }) => at.file),
    ]),
  ];
}

/** `before` holds what was not seen then as well. */
export function compareProblems(
  before: readonly ToldProblem[],
  report: ToldReport,
): ProblemChanges {
  const unread = new Set(unreadFiles(report));
  const gone = without(before, report.problems);
  // What hides others shows itself: it is mended when it is gone.
  const isUnseen = ({ kind, at }: ToldProblem) => unread.has(at.file) && !hiding.has(kind);
  return {
    added: without(report.problems, before),
    mended: gone.filter((problem) => !isUnseen(problem)),
    unseen: gone.filter(isUnseen),
  };
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
