import type { ReceiptCell } from "#lib/site/receipt";

/** The cells of one series, so that a ledger says its name once. */
export interface CellGroup {
  readonly first: ReceiptCell;
  readonly cells: readonly ReceiptCell[];
  /** Whether they stand in files of several vintages, and each row has to say which. */
  readonly hasVintages: boolean;
}

/** Groups cells by series, in the order in which each first appears; those of a period by vintage. */
export function groupCells(cells: readonly ReceiptCell[]): readonly CellGroup[] {
  const groups = new Map<string, ReceiptCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.key);
    if (group) group.push(cell);
    else groups.set(cell.key, [cell]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const hasVintages = group.some(({ sha256 }) => sha256 !== first.sha256);
    return [{ first, cells: group, hasVintages }];
  });
}
