import { Decimal } from "#lib/series/decimal";
import type { Problem } from "#lib/series/problem";
import { isPublished, sumOf, type Identity } from "../identities.ts";
import type { HoldersColumn, HoldersLine } from "./holders-line.ts";
import type { HoldersTable } from "./holders-table.ts";

/** Rows of holders under one heading of months. */
export interface HoldersBlock {
  readonly columns: readonly HoldersColumn[];
  /** Named areas, then All Other. */
  readonly parts: readonly HoldersLine[];
  readonly total: HoldersLine;
  /** Foreign Official, bills, bonds and notes. */
  readonly official: readonly HoldersLine[];
}

/**
 * What must hold of the form of a block: each name once, the largest holder of the first month first, totals published, and
 * no line lost. Problems: `same-row-twice`, `rows-out-of-order`, `missing-grand-total`, `does-not-add-up`. `whole` says
 * whether every line of an area could be read: one wrong name is not a lost line besides.
 */
export function checkBlock(
  block: HoldersBlock,
  table: HoldersTable,
  whole: boolean,
  file: string,
): Problem[] {
  const names = checkNames(block, file);
  const totals = checkTotals(block, file);
  const readable = whole && names.length === 0 && totals.length === 0;
  return [
    ...names,
    ...checkOrder(block, file),
    ...totals,
    ...(readable ? checkLostLine(block, table, file) : []),
  ];
}

/** The sums of a block: named areas and All Other are the Grand Total, bills and bonds are Foreign Official. */
export function* blockIdentities(block: HoldersBlock, table: HoldersTable): Generator<Identity> {
  const { totalTolerance, officialTolerance } = table.layout;
  const [official, ...rows] = block.official;
  for (const at of block.columns.keys()) {
    const named = "Grand Total = the areas named + All Other";
    yield* identityOf(named, block.total, block.parts, at, totalTolerance);
    const parts = "Foreign Official = Treasury Bills + T-Bonds & Notes";
    if (official) yield* identityOf(parts, official, rows, at, officialTolerance);
  }
}

/** What is not available counts nothing: Luxembourg is in Belgium before June 2002. */
function* identityOf(
  identity: string,
  whole: HoldersLine,
  parts: readonly HoldersLine[],
  at: number,
  tolerance: string,
): Generator<Identity> {
  const cell = whole.cells[at];
  if (!cell || !isPublished(cell)) return;
  const published = parts.flatMap(({ cells }) => cells[at] ?? []).filter(isPublished);
  yield { identity, whole: cell, expected: sumOf(published), tolerance };
}

/**
 * A damaged figure shows itself in one column, a lost line in most: of the 929 lines of either vintage held of
 * mfhhis01.txt, each one left out spoils the sums of at least 7 of its year's 13 columns.
 */
function checkLostLine(block: HoldersBlock, table: HoldersTable, file: string): Problem[] {
  const tolerance = table.layout.totalTolerance;
  const off = block.columns.filter((_, at) => {
    const [sum] = identityOf("", block.total, block.parts, at, tolerance);
    return sum && new Decimal(sum.whole.value).minus(sum.expected).abs().gt(tolerance);
  });
  const [first] = off;
  if (!first || off.length < 3 || off.length * 3 <= block.columns.length) return [];
  return [
    {
      kind: "does-not-add-up",
      message: `Expected the areas named and All Other to come to Grand Total, found ${off.length} of ${block.columns.length} months in which they do not`,
      at: { file, line: block.total.line, column: first.column },
      fix: "a line above is missing or does not belong there; fetch the file again",
    },
  ];
}

function checkTotals({ total, official, columns }: HoldersBlock, file: string): Problem[] {
  return [total, ...official].flatMap(({ line, cells }) =>
    cells.flatMap((cell, at): Problem[] => {
      if (isPublished(cell)) return [];
      const message = `Expected a figure for this total in ${columns[at]?.period}, found n.a.`;
      const fix = "fetch the file again; a total is never missing";
      const place = { file, line, column: cell.column };
      return [{ kind: "missing-grand-total", message, at: place, fix }];
    }),
  );
}

function checkNames({ parts }: HoldersBlock, file: string): Problem[] {
  return parts.flatMap((part, at) => {
    const first = parts.findIndex(({ area }) => area === part.area);
    if (first === at) return [];
    return [
      {
        kind: "same-row-twice",
        message: `Expected each name once under a heading, found ${part.area.name} again (first in line ${parts[first]?.line})`,
        at: { file, line: part.line, column: 1 },
        fix: "remove nothing by hand; fetch the file again",
      },
    ];
  });
}

/** Named areas stand by size in the first column; every block of the vintages held does so. All Other is not named. */
function checkOrder({ parts }: HoldersBlock, file: string): Problem[] {
  const named = parts.slice(0, -1);
  return named.flatMap((part, at) => {
    const above = named[at - 1]?.cells[0]?.value ?? null;
    const own = part.cells[0]?.value ?? null;
    if (above === null || own === null || new Decimal(own).lte(above)) return [];
    return [
      {
        kind: "rows-out-of-order",
        message: `Expected the areas by size, at most ${above} after the line above, found ${part.area.name} with ${own}`,
        at: { file, line: part.line, column: 2 },
        fix: "lines were moved, or a figure is damaged; fetch the file again",
      },
    ];
  });
}
