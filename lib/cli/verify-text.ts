import type { CheckResult } from "#lib/keep/finding";
import { onOneLine } from "#lib/series/problem";
import type { CheckMade } from "./verify-command.ts";

/** A check as it ends: its findings, each with where, what should be, what is, and what to do. */
export function findingLines({ check, findings, notices }: CheckResult): string {
  const told = findings.map(
    ({ where, expected, found, fix }) =>
      `${check}: ${onOneLine(where)}\n    expected: ${onOneLine(expected)}\n    found:    ${onOneLine(found)}\n    fix: ${onOneLine(fix)}\n`,
  );
  return [...told, ...notices.map((notice) => `${check}: notice: ${onOneLine(notice)}\n`)].join("");
}

/** All checks in a table, and the verdict. */
export function verifyTable(checks: readonly CheckMade[]): string {
  const rows = checks.map(({ check, looked, findings, milliseconds }) => [
    check,
    findings.length === 0 ? "as it should be" : `${findings.length} not as they should be`,
    `${(milliseconds / 1000).toFixed(1)} s`,
    looked,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const found = checks.reduce((sum, { findings }) => sum + findings.length, 0);
  const verdict =
    found === 0 ? "All is as it was written." : `${found} things are not as they should be.`;
  return `${lines.join("\n")}\n${verdict}\n`;
}
