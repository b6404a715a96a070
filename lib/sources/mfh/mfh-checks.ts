import { Decimal } from "#lib/series/decimal";
import type { Problem } from "#lib/series/problem";
import type { Catalogue } from "../catalogue.ts";
import type { MfhBlock } from "./mfh-block.ts";
import type { MfhColumn } from "./mfh-columns.ts";
import type { MfhLine } from "./mfh-line.ts";

/**
 * What must hold within a block: each name once, the largest holder of December first, named areas + All Other = Grand
 * Total, Foreign Official = bills + bonds and notes, each within the catalogue's tolerance. A sum is only tried when none
 * of its lines has been reported: one wrong name would be a column of wrong sums besides.
 * Problems: `same-row-twice`, `rows-out-of-order`, `missing-grand-total`, `does-not-add-up`.
 */
export function checkBlock(block: MfhBlock, catalogue: Catalogue, file: string): Problem[] {
  const [official, ...parts] = block.official;
  const names = checkNames(block, file);
  const tolerance = new Decimal(catalogue.mfh.officialTolerance);
  return [
    ...names,
    ...checkOrder(block, file),
    ...(block.allParts && names.length === 0
      ? block.columns.flatMap((column, at) => checkTotal(block, column, at, catalogue, file))
      : []),
    ...(official && block.allOfficial
      ? block.columns.flatMap((column, at) =>
          checkSum(official, parts, column, at, tolerance, file),
        )
      : []),
  ];
}

/** Blocks run down year by year to the oldest; returned as problems of kind `wrong-year`. */
export function checkYears(
  blocks: readonly MfhBlock[],
  catalogue: Catalogue,
  file: string,
): Problem[] {
  const oldest = Number(catalogue.mfh.begins.slice(0, 4));
  const fix = "a year is missing or was moved; fetch the file again";
  const problems = blocks.flatMap((block, at): Problem[] => {
    const above = blocks[at - 1];
    if (!above || block.year === above.year - 1) return [];
    const message = `Expected ${above.year - 1}, the year before the block above, found ${block.year}`;
    return [{ kind: "wrong-year", message, at: { file, line: block.line, column: 2 }, fix }];
  });
  const last = blocks.at(-1);
  if (last?.year === oldest) return problems;
  const message = `Expected the years to go back to ${oldest}, found them to end at ${last?.year ?? "none"}`;
  return [
    ...problems,
    { kind: "wrong-year", message, at: { file, line: last?.line ?? 1, column: 2 }, fix },
  ];
}

function checkNames({ parts }: MfhBlock, file: string): Problem[] {
  return parts.flatMap((part, at) => {
    const first = parts.findIndex(({ area }) => area === part.area);
    if (first === at) return [];
    return [
      {
        kind: "same-row-twice",
        message: `Expected each name once in a year, found ${part.area.names["mfh"]} again (first in line ${parts[first]?.line})`,
        at: { file, line: part.line, column: 1 },
        fix: "remove nothing by hand; fetch the file again",
      },
    ];
  });
}

/** Named areas stand by size in the first column; every block of both vintages held does so. All Other is not named. */
function checkOrder({ parts }: MfhBlock, file: string): Problem[] {
  const named = parts.slice(0, -1);
  return named.flatMap((part, at) => {
    const above = named[at - 1]?.cells[0]?.value ?? null;
    const own = part.cells[0]?.value ?? null;
    if (above === null || own === null || new Decimal(own).lte(above)) return [];
    return [
      {
        kind: "rows-out-of-order",
        message: `Expected the areas by size, at most ${above} after the line above, found ${part.area.names["mfh"]} with ${own}`,
        at: { file, line: part.line, column: 2 },
        fix: "lines were moved, or a figure is damaged; fetch the file again",
      },
    ];
  });
}

function checkTotal(
  { total, parts }: MfhBlock,
  column: MfhColumn,
  at: number,
  catalogue: Catalogue,
  file: string,
): Problem[] {
  const known = catalogue.mfh.knownDifferences.find(
    ({ period, comparison }) => period === column.period && comparison === column.comparison,
  );
  // The exception holds for its exact difference: any other difference there is as wrong as elsewhere.
  if (known && differenceOf(total, parts, at)?.equals(known.difference) === true) return [];
  return checkSum(total, parts, column, at, new Decimal(catalogue.mfh.totalTolerance), file);
}

function checkSum(
  whole: MfhLine,
  parts: readonly MfhLine[],
  { column, period }: MfhColumn,
  at: number,
  tolerance: Decimal,
  file: string,
): Problem[] {
  const place = { file, line: whole.line, column };
  const printed = whole.cells[at]?.value ?? null;
  const difference = differenceOf(whole, parts, at);
  if (printed === null || difference === null) {
    const message = `Expected a figure for ${whole.area.names["mfh"]} of ${period}, found n.a.`;
    const fix = "fetch the file again; a total is never missing";
    return [{ kind: "missing-grand-total", message, at: place, fix }];
  }
  if (difference.abs().lte(tolerance)) return [];
  return [
    {
      kind: "does-not-add-up",
      message: `Expected ${difference.plus(printed).toFixed()}, the sum of the parts of ${whole.area.names["mfh"]} of ${period}, within ${tolerance.toFixed()}, found ${printed}`,
      at: place,
      fix: "a line is missing, or one of these figures is damaged; compare them with the file at the Treasury",
    },
  ];
}

/** Sum of the parts less the whole; what is not available counts nothing (Luxembourg is in Belgium before June 2002). */
function differenceOf(whole: MfhLine, parts: readonly MfhLine[], at: number): Decimal | null {
  const printed = whole.cells[at]?.value ?? null;
  if (printed === null) return null;
  const sum = parts.reduce(
    (running, part) => running.plus(part.cells[at]?.value ?? 0),
    new Decimal(0),
  );
  return sum.minus(printed);
}
