import { onOneLine } from "#lib/series/problem";
import { articleLines, countLine, problemLines } from "./check-text.ts";
import { unreadFiles, type ProblemChanges } from "./problem-changes.ts";
import type { ToldProblem, ToldReport } from "./told-problems.ts";

/** What is longer is read in the editor's own list of problems, or asked for. */
const [mostNew, mostMended, mostStaying] = [20, 10, 5];

/** What came of one look at the content. */
export interface Round {
  readonly number: number;
  /** What changed in the content; null the first time. */
  readonly changed: readonly string[] | null;
  readonly report: ToldReport;
  readonly changes: ProblemChanges;
  readonly milliseconds: number;
}

/** What a look is told as: what is new in full, what is mended and what stays in a line each, and a count. `tellsAll` is for programs that list problems. */
export function roundText(
  { changed, report, changes, milliseconds }: Round,
  tellsAll: boolean,
  time: Date,
): string {
  const isFirst = changed === null;
  const { added, mended } = changes;
  const { problems } = report;
  const told = isFirst || tellsAll ? problems : added.slice(0, mostNew);
  const left = added.length - told.length;
  const since = isFirst ? "" : `; ${added.length} new, ${mended.length} mended`;
  const end = isFirst ? "; each save is looked at, Ctrl-C ends it" : "";
  return [
    problemLines(told),
    left > 0 ? `… and ${left} more; npx tickmark check tells all\n` : "",
    mendedLines(mended),
    isFirst ? articleLines(report) : unreadLines(report),
    isFirst || tellsAll ? "" : stayingLines(problems, added),
    `check: ${countLine(problems)}${since}, in ${milliseconds} ms, at ${time.toTimeString().slice(0, 8)}${end}\n`,
  ].join("");
}

function mendedLines(mended: readonly ToldProblem[]): string {
  const lines = mended
    .slice(0, mostMended)
    .map(({ at, kind, message }) => `mended: ${onOneLine(at.file)} ${kind}: ${cut(message)}\n`);
  const rest = mended.length - lines.length;
  return lines.join("") + (rest > 0 ? `mended: ${rest} more\n` : "");
}

function unreadLines(report: ToldReport): string {
  return unreadFiles(report)
    .map(
      (file) =>
        `${onOneLine(file)}: what cannot be read of it was left out, and its claims were not checked\n`,
    )
    .join("");
}

/** What was told before, a line each, so that nobody scrolls back for it. */
function stayingLines(all: readonly ToldProblem[], added: readonly ToldProblem[]): string {
  const staying = all.filter((problem) => !added.includes(problem));
  const lines = staying
    .slice(0, mostStaying)
    .map(
      ({ at, kind, message }) =>
        `stays: ${onOneLine(at.file)}:${at.line}:${at.column} ${kind}: ${cut(message)}\n`,
    );
  const rest = staying.length - lines.length;
  return lines.join("") + (rest > 0 ? `stays: ${rest} more; npx tickmark check tells all\n` : "");
}

/** The beginning of a message, on one line. */
function cut(message: string): string {
  const text = onOneLine(message);
  return text.length <= 70 ? text : `${text.slice(0, 70)}…`;
}
