import { formatProblem } from "#lib/series/problem";
import type { ReleaseResult } from "#lib/sync/sync-release";
import type { SyncReport } from "#lib/sync/sync-releases";
import { describeAppend } from "./describe-append.ts";

/** Of a broken file the first problems say it all. */
const problemsShown = 5;

/** What came of a round, a line for each release and what is worth knowing under it. */
export function describeSync({ results, notices }: SyncReport): string {
  const width = Math.max(0, ...results.map(({ release }) => release.length));
  const lines = results.map((result) => {
    const indent = " ".repeat(width + 2);
    const below = detailOf(result).map((line) => `${indent}${line}\n`);
    return `${result.release.padEnd(width)}  ${describeOutcome(result)}\n${below.join("")}`;
  });
  const counts = countOutcomes(results);
  return `${notices.map((notice) => `${formatProblem(notice)}\n`).join("")}${lines.join("")}${counts}\n`;
}

function describeOutcome({
  outcome,
  vintage,
  due,
  notModified,
  bytes,
  sha256,
}: ReleaseResult): string {
  const size = bytes === null ? "" : `${new Intl.NumberFormat("en-US").format(bytes)} bytes`;
  const file = `${size}, SHA-256 ${sha256?.slice(0, 12) ?? ""}…`;
  switch (outcome) {
    case "loaded":
      return `new vintage of ${vintage} (${file})`;
    case "would-load":
      return `would be the vintage of ${vintage} (${file})`;
    case "held": {
      const since = notModified ? "not modified since" : "the same file";
      const overdue = due === null ? "" : `; the calendar has had a release on ${due} since`;
      return `the vintage of ${vintage} is held (${since})${overdue}`;
    }
    case "refused":
      return `refused (${file})`;
    case "failed":
      return "not received";
  }
}

function detailOf({ appended, problems }: ReleaseResult): string[] {
  if (appended?.outcome === "appended") return describeAppend(appended).trimEnd().split("\n");
  const shown = problems
    .slice(0, problemsShown)
    .flatMap((problem) => formatProblem(problem).split("\n"));
  const rest = problems.length - problemsShown;
  return rest > 0 ? [...shown, `and ${rest} more problems`] : shown;
}

function countOutcomes(results: readonly ReleaseResult[]): string {
  const words = {
    loaded: "loaded",
    "would-load": "would be loaded",
    held: "held already",
    refused: "refused",
    failed: "not received",
  } as const;
  const counts = Object.entries(words).flatMap(([outcome, word]) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return counts.length === 0 ? "Nothing is to be fetched." : `${counts.join(", ")}.`;
}
