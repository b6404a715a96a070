import { Decimal } from "#lib/series/decimal";
import { isPublished, sumOf, type Identity, type PublishedCell } from "../identities.ts";
import type { SourceCell } from "../source-cell.ts";
import type { PressLayout } from "./press-layout.ts";
import type { PressRelease } from "./press-release.ts";

/** What the lines of a release should add up to, in each of its columns. */
export function* pressIdentities(
  { columns, cells }: PressRelease,
  { identities, tolerance }: Pick<PressLayout, "identities" | "tolerance">,
): Generator<Identity> {
  for (const at of columns.keys()) {
    const line = (number: number) => published(cells[(number - 1) * columns.length + at]);
    for (const { whole, parts, less } of identities) {
      const expected = sumOf(parts.map(line)).minus(sumOf(less.map(line)));
      yield { identity: wordsOf(whole, parts, less), whole: line(whole), expected, tolerance };
    }
  }
  yield* yearIdentities(columns, cells);
}

/**
 * Twelve months through December are that calendar year. Both are the same sum, rounded once: of the 544 that 17 releases print
 * both ways, all are equal but those of one release, whose years stand under the wrong headings.
 */
function* yearIdentities(
  columns: PressRelease["columns"],
  cells: PressRelease["cells"],
): Generator<Identity> {
  for (const [at, { section, period }] of columns.entries()) {
    if (section !== "year") continue;
    const december = columns.findIndex(
      (other) => other.section === "12m" && other.period === `${period}-12`,
    );
    if (december < 0) continue;
    for (let line = 1; line * columns.length <= cells.length; line += 1) {
      const first = (line - 1) * columns.length;
      yield {
        identity: `line ${line}, calendar year = line ${line}, twelve months through its December`,
        whole: published(cells[first + at]),
        expected: new Decimal(published(cells[first + december]).value),
        tolerance: "0",
      };
    }
  }
}

/** "line 3 = line 4 + line 9" */
function wordsOf(whole: number, parts: readonly number[], less: readonly number[]): string {
  const plus = parts.map((number) => `line ${number}`).join(" + ");
  return `line ${whole} = ${[plus, ...less.map((number) => `line ${number}`)].join(" − ")}`;
}

/** Press releases print a figure in every place. */
function published(cell: SourceCell | undefined): PublishedCell {
  if (!cell || !isPublished(cell)) throw new Error("A release without one of its figures");
  return cell;
}
