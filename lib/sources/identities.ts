import { Decimal } from "#lib/series/decimal";
import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import type { Violation } from "#lib/series/violation";
import type { Acknowledged } from "./acknowledged.ts";
import type { SourceCell } from "./source-cell.ts";

/** A published figure. */
export type PublishedCell = SourceCell & { readonly value: string };

/** What one published figure should come to. */
export interface Identity {
  /** As a reader would write it: "Grand Total = All Countries + Total IROs". */
  readonly identity: string;
  /** The figure on the left. */
  readonly whole: PublishedCell;
  /** What the right side comes to. */
  readonly expected: Decimal;
  /** The most that rounding explains. */
  readonly tolerance: string;
}

/**
 * The identities that do not hold. A file most of whose figures add up may hold a few that do not, as the Treasury prints
 * them; one with very many unacknowledged is damaged. Problem: `does-not-add-up`, at the first.
 */
export function holdIdentities(
  identities: Iterable<Identity>,
  acknowledged: Acknowledged,
  file: string,
): Checked<readonly Violation[]> {
  let tried = 0;
  const violations: Violation[] = [];
  for (const identity of identities) {
    tried += 1;
    const violation = violationOf(identity, acknowledged);
    if (violation) violations.push(violation);
  }
  const unknown = violations.filter((one) => !one.acknowledged);
  const [first] = unknown;
  if (!first || !isDamage(unknown.length, tried)) return accepted(violations);
  return refused([
    {
      kind: "does-not-add-up",
      message: `Expected the figures to add up, found ${unknown.length} of ${tried} sums that do not; first ${first.identity} in ${first.period}: expected ${first.expected}, found ${first.found}`,
      at: { file, line: first.line, column: first.column },
      fix: "the file is damaged; fetch it again",
    },
  ]);
}

/**
 * Whether so many sums fail, of those tried, that the file must be damaged: more than 100, or more than 2 % (and more than 10,
 * as Table 5 has 26 sums in all).
 */
export function isDamage(broken: number, tried: number): boolean {
  return broken > Math.min(100, Math.max(10, tried * 0.02));
}

/** Whether a cell has a figure. */
export function isPublished(cell: SourceCell): cell is PublishedCell {
  return cell.value !== null;
}

/** The exact sum of figures. */
export function sumOf(cells: readonly PublishedCell[]): Decimal {
  return cells.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
}

/** What to say when figures that are published together are not. Problem: `published-apart`. */
export function publishedApart(whole: SourceCell, parts: string, file: string): Problem {
  return {
    kind: "published-apart",
    message: `Expected this figure to be missing exactly when ${parts} are, found ${whole.value ?? "n.a."}`,
    at: { file, line: whole.line, column: whole.column },
    fix: "one of these figures is damaged; compare them with the file at the Treasury",
  };
}

function violationOf(
  { identity, whole, expected, tolerance }: Identity,
  acknowledged: Acknowledged,
): Violation | null {
  const difference = new Decimal(whole.value).minus(expected);
  if (difference.abs().lte(tolerance)) return null;
  const { key, period, value, line, column } = whole;
  return {
    identity,
    key,
    period,
    found: value,
    expected: expected.toFixed(),
    difference: difference.toFixed(),
    tolerance: new Decimal(tolerance).toFixed(),
    acknowledged: acknowledged.some(({ figures }) =>
      figures.some(
        (one) => one.key === key && one.period === period && difference.equals(one.difference),
      ),
    ),
    line,
    column,
    against: null,
  };
}
