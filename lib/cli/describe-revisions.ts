import type { Revision, RevisionReport, RevisionSummary } from "#lib/series/revision";

/** Counts, how much each measure was revised, and the largest revisions, as columns of text. */
export function describeRevisions(report: RevisionReport): string {
  const { release, from, to, added, revised, withdrawn, summaries, largest } = report;
  const head = `${release}, from the vintage of ${from} to that of ${to}: ${added} new, ${revised} revised, ${withdrawn} withdrawn\n`;
  if (added + revised + withdrawn === 0) return head;
  return [head, summaryTable(summaries), largest.length === 0 ? "" : revisionTable(report)].join(
    "\n",
  );
}

function summaryTable(summaries: readonly RevisionSummary[]): string {
  return table(
    ["measure", "unit", "new", "revised", "withdrawn", "mean absolute", "largest"],
    summaries.map((one) => [
      `${one.section} ${one.securities} ${one.measure}, ${one.areas}`.trim(),
      one.unit,
      String(one.added),
      String(one.revised),
      String(one.withdrawn),
      one.meanAbsoluteRevision ?? "-",
      one.largestAbsoluteRevision ?? "-",
    ]),
    2,
  );
}

function revisionTable({ largest, revised, withdrawn }: RevisionReport): string {
  const rest = revised + withdrawn - largest.length;
  const more = rest > 0 ? `and ${rest} more; --limit lists them\n` : "";
  return `${table(
    ["series", "period", "before", "after", "difference"],
    largest.map((one) => [
      one.key,
      one.period,
      one.before ?? "n.a.",
      afterOf(one),
      one.difference ?? "-",
    ]),
    2,
  )}${more}`;
}

function afterOf({ status, after }: Revision): string {
  return status === "withdrawn" ? "withdrawn" : (after ?? "n.a.");
}

/** Columns from `right` on are figures, set flush right. */
function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  right: number,
): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) => {
      const cells = row.map((text, at) =>
        at < right ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0),
      );
      return `${cells.join("  ").trimEnd()}\n`;
    })
    .join("");
}
