import { checkClaim, type CheckedClaim } from "#lib/articles/check-claim";
import type { Frontmatter } from "#lib/articles/frontmatter";
import type { CheckedArticle } from "#lib/articles/check-article";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { changeData, type DataChange } from "./changed-reader.ts";
import {
  changesOfAll,
  changesOfCell,
  chooseCells,
  swapsOf,
  type NewValues,
} from "./data-changes.ts";

/** What changing the data does to a claim that holds. */
export interface ClaimTrial {
  readonly checked: CheckedClaim;
  /** How many observations it reads. */
  readonly read: number;
  /** How many of them were changed, one at a time. */
  readonly changed: number;
  /** How many of those can make it false alone. The others are no fault: of a maximum, one observation decides. */
  readonly decisive: number;
  /** Whether no change at all made it false. */
  readonly isVacuous: boolean;
}

/**
 * Changes what each claim of an article reads, in memory, and asks whether it still holds. Claims that do not hold as it is
 * are left to the gate. The work for a claim is bounded, and the same each time.
 */
export async function tryClaims(
  { article, claims }: CheckedArticle,
  reader: SeriesReader,
): Promise<{ trials: ClaimTrial[]; problems: Problem[] }> {
  const trials: ClaimTrial[] = [];
  for (const checked of claims) {
    const trial = await tryClaim(checked, article.frontmatter, reader);
    if (trial !== null) trials.push(trial);
  }
  return { trials, problems: trials.filter(({ isVacuous }) => isVacuous).map(toProblem) };
}

async function tryClaim(
  checked: CheckedClaim,
  frontmatter: Frontmatter,
  reader: SeriesReader,
): Promise<ClaimTrial | null> {
  const { claim } = checked;
  const days = new Set<VintageDate>();
  const asIs = await checkClaim(claim, frontmatter, noteDays(reader, days));
  if (asIs.checked === null || asIs.problems.length > 0) return null;
  const cells = asIs.checked.cells;

  /** Whether one of some changes, seen on all days of reading or on one, makes the claim false. */
  const isBrokenBy = async (changes: readonly NewValues[]): Promise<boolean> => {
    for (const values of changes) {
      for (const asOf of daysToChange(days)) {
        if (await isBroken({ asOf, values })) return true;
      }
    }
    return false;
  };
  /** What can no longer be computed (a division by zero) is not thereby false. */
  const isBroken = async (change: DataChange): Promise<boolean> => {
    const result = await checkClaim(claim, frontmatter, changeData(reader, change));
    return result.checked !== null && result.problems.length > 0;
  };

  const chosen = chooseCells(cells.filter(({ value }) => value !== null));
  const breaking: Cell[] = [];
  for (const cell of chosen) {
    if (await isBrokenBy(changesOfCell(cell, cells))) breaking.push(cell);
  }
  const isVacuous =
    breaking.length === 0 && !(await isBrokenBy([...changesOfAll(cells), ...swapsOf(chosen)]));
  return {
    checked,
    read: cells.length,
    changed: chosen.length,
    decisive: breaking.length,
    isVacuous,
  };
}

/** A reader that notes on which days it is read. */
function noteDays(reader: SeriesReader, days: Set<VintageDate>): SeriesReader {
  return {
    ...reader,
    read: (keys, asOf, range) => {
      days.add(asOf);
      return reader.read(keys, asOf, range);
    },
  };
}

function daysToChange(days: ReadonlySet<VintageDate>): (VintageDate | null)[] {
  return days.size > 1 ? [null, ...days] : [null];
}

function toProblem({ checked: { claim }, read }: ClaimTrial): Problem {
  return {
    kind: "vacuous",
    message: `"${claim.text}" says nothing: no change of the ${read} observations it reads makes it false; it is tied to ${claim.expression}`,
    at: claim.at,
    fix: "tie it to an expression that the data could contradict",
  };
}
