import type { AppendResult } from "#lib/store/append-vintage";
import { describeViolation } from "#lib/store/violation-words";

type Appended = Extract<AppendResult, { outcome: "appended" }>;

/** More violations than this are counted, not listed. */
const violationsShown = 20;

/**
 * What a vintage changed: counts, and its largest revisions, so that somebody who knows the figures sees two rows that
 * changed places: no sum can. Then what does not add up.
 */
export function describeAppend(result: Appended): string {
  const { appended, added, revised, withdrawn } = result;
  const noun = appended === 1 ? "observation" : "observations";
  const counts = `${appended} ${noun} appended: ${added} new, ${revised} revised, ${withdrawn} withdrawn\n`;
  return `${counts}${describeRevisions(result)}${describeBroken(result)}`;
}

function describeRevisions({ largestRevisions }: Appended): string {
  if (largestRevisions.length === 0) return "";
  const lines = largestRevisions.map(
    ({ key, period, before, after }) =>
      `  ${key}  ${period}  ${before ?? "n.a."} -> ${after ?? "n.a."}\n`,
  );
  return `The largest revisions, which should look like revisions:\n${lines.join("")}`;
}

function describeBroken({ violations }: Appended): string {
  if (violations.length === 0) return "";
  const lines = violations.slice(0, violationsShown).map((one) => {
    const known = one.acknowledged ? ", acknowledged" : "";
    return `  ${describeViolation(one)}${known}\n`;
  });
  const rest = violations.length - violationsShown;
  const more = rest > 0 ? `  and ${rest} more\n` : "";
  return `What does not add up as published, recorded with the vintage:\n${lines.join("")}${more}`;
}
