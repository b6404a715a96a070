import type { ReceiptCell } from "#lib/site/receipt";

/** Cells that share series and file, so that a ledger says these once. */
export interface CellGroup {
  readonly id: string;
  readonly first: ReceiptCell;
  readonly cells: readonly ReceiptCell[];
}

/** Groups cells by series and snapshot, in the order in which each group first appears. */
export function groupCells(cells: readonly ReceiptCell[]): readonly CellGroup[] {
  const groups = new Map<string, { id: string; first: ReceiptCell; cells: ReceiptCell[] }>();
  for (const cell of cells) {
    const id = `${cell.key} ${cell.sha256}`;
    const group = groups.get(id);
    if (group) group.cells.push(cell);
    else groups.set(id, { id, first: cell, cells: [cell] });
  }
  return [...groups.values()];
}
