import type { AppendResult } from "#lib/store/append-vintage";

type Appended = Extract<AppendResult, { outcome: "appended" }>;

/**
 * What a vintage changed: counts, and its largest revisions, so that somebody who knows the figures sees two rows that
 * changed places: no sum can.
 */
export function describeAppend(result: Appended): string {
  const { appended, added, revised, withdrawn, largestRevisions } = result;
  const noun = appended === 1 ? "observation" : "observations";
  const counts = `${appended} ${noun} appended: ${added} new, ${revised} revised, ${withdrawn} withdrawn\n`;
  if (largestRevisions.length === 0) return counts;
  const lines = largestRevisions.map(
    ({ key, period, before, after }) =>
      `  ${key}  ${period}  ${before ?? "n.a."} -> ${after ?? "n.a."}\n`,
  );
  return `${counts}The largest revisions, which should look like revisions:\n${lines.join("")}`;
}
