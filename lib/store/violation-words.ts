import type { Violation } from "#lib/series/violation";

/** More than so many are counted, not listed. */
const listed = 20;

/** "mfh.holdings.japan 2025-12: found 1185.5, expected 1190.1 (Table 5 = …), line 10, column 2" */
export function describeViolation(one: Violation): string {
  const { key, period, found, expected, identity, line, column, against } = one;
  const other = against === null ? "" : `, ${against.release} of ${against.date}`;
  return `${key} ${period}: found ${found}, expected ${expected} (${identity}${other}), line ${line}, field ${column}`;
}

/** Why a strict load is refused: every figure that does not add up, a line each. Null when all do. */
export function describeViolations(violations: readonly Violation[]): string | null {
  if (violations.length === 0) return null;
  const rest = violations.length - listed;
  const lines = violations.slice(0, listed).map((one) => `\n  ${describeViolation(one)}`);
  const more = rest > 0 ? `\n  and ${rest} more` : "";
  const count = violations.length === 1 ? "1 figure does" : `${violations.length} figures do`;
  return `${count} not add up, and --strict accepts none that is not acknowledged in content/catalogue:${lines.join("")}${more}\n`;
}
