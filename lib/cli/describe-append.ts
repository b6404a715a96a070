import type { AppendResult } from "#lib/store/append-vintage";
import type { VintageLoad } from "#lib/store/load-file";
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

/** What the vintages of a file that collects many brought together: a list of each would be read by nobody. */
export function describeCollected(vintages: readonly VintageLoad[]): string {
  const appended = vintages.flatMap(({ result }) =>
    result.outcome === "appended" ? [result] : [],
  );
  const [first, last] = [vintages[0]?.date ?? "", vintages.at(-1)?.date ?? ""];
  const held = vintages.length - appended.length;
  const lines = [
    `${vintages.length} vintages from ${first} to ${last}, ${held} of them held already`,
  ];
  if (appended.length === 0) return `${lines.join("")}: nothing changed\n`;
  const total = (part: "appended" | "added" | "revised" | "withdrawn") =>
    appended.reduce((sum, result) => sum + result[part], 0);
  lines.push(
    `${total("appended")} observations appended: ${total("added")} new, ${total("revised")} revised, ${total("withdrawn")} withdrawn`,
  );
  const violations = appended.flatMap((one) => one.violations);
  return `${lines.join("\n")}\n${describeBroken({ violations })}`;
}

function describeRevisions({ largestRevisions }: Appended): string {
  if (largestRevisions.length === 0) return "";
  const lines = largestRevisions.map(
    ({ key, period, before, after }) =>
      `  ${key}  ${period}  ${before ?? "n.a."} -> ${after ?? "n.a."}\n`,
  );
  return `The largest revisions, which should look like revisions:\n${lines.join("")}`;
}

function describeBroken({ violations }: Pick<Appended, "violations">): string {
  if (violations.length === 0) return "";
  const lines = violations.slice(0, violationsShown).map((one) => {
    const known = one.acknowledged ? ", acknowledged" : "";
    return `  ${describeViolation(one)}${known}\n`;
  });
  const rest = violations.length - violationsShown;
  const more = rest > 0 ? `  and ${rest} more\n` : "";
  return `What does not add up as published, recorded with the vintage:\n${lines.join("")}${more}`;
}
