import type { Outcome } from "#lib/suggest/found-figure";
import type { CheckedFigure, DescribedFigure } from "./check-text-receipt.ts";
import type { Receipt } from "./receipt.ts";

/**
 * A page of four hundred figures with all that is known of each has millions of characters. These are about what each thing takes
 * of a page, with the data that the browser is sent besides, and what all of it may take.
 */
const room = 740_000;
const characterSize = 4;
const figureSize = 1_580;
const receiptSize = 3_100;
const rowSize = 500;

/** What a reader wants to know all of comes first. */
const order: readonly Outcome[] = ["contradicted", "drifted", "supported", "unknown"];

/** The figures that a page has room for in full, the others in short, and the files behind the full ones, each once. */
export function fitFigures(
  described: readonly DescribedFigure[],
  text: string,
): {
  readonly figures: readonly CheckedFigure[];
  readonly files: Receipt["snapshots"];
} {
  const full = new Set<DescribedFigure>();
  let left = room - text.length * characterSize - described.length * figureSize;
  for (const outcome of order) {
    for (const figure of described.filter((one) => one.outcome === outcome)) {
      left -= sizeOf(figure);
      if (left < 0) break;
      full.add(figure);
    }
  }
  const files = new Map<string, Receipt["snapshots"][number]>();
  for (const { receipt } of full) {
    for (const file of receipt?.snapshots ?? []) files.set(file.sha256, file);
  }
  return {
    figures: described.map((figure) => (full.has(figure) ? inFull(figure) : inShort(figure))),
    files: [...files.values()],
  };
}

function sizeOf({ receipt, others }: DescribedFigure): number {
  if (receipt === null) return rowSize * (1 + others.length);
  const rows = receipt.cells.length + receipt.readings.length + others.length;
  return receiptSize + rowSize * rows;
}

function inFull({ receipt, ...figure }: DescribedFigure): CheckedFigure {
  if (receipt === null) return { ...figure, receipt, inShort: null };
  const { snapshots: _files, ...rest } = receipt;
  return { ...figure, receipt: rest, inShort: null };
}

function inShort({ receipt, ...figure }: DescribedFigure): CheckedFigure {
  const least = receipt && {
    ...{ expression: receipt.expression, computed: receipt.computed, asOf: receipt.asOf },
    key: receipt.series[0]?.key ?? null,
  };
  return { ...figure, sentence: null, receipt: null, inShort: least, others: [] };
}
