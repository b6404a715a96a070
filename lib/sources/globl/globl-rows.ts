import type { Problem } from "#lib/series/problem";
import { addProblems, mostProblems } from "../bounded-problems.ts";
import type { SourceCell } from "../source-cell.ts";
import { splitFields, type Separator } from "../source-rows.ts";
import { addToOrder, finishOrder, startOrder } from "./globl-order.ts";
import { readGloblRow, type GloblRow, type Share } from "./globl-row.ts";
import type { GloblTable } from "./globl-table.ts";

/**
 * Reads the lines from `from` up to `to` (counted from 0), one by one, so that no second copy of the file is held. Every
 * problem goes to `problems`.
 */
export function readGloblRows(
  lines: readonly string[],
  { from, to, separator, file }: { from: number; to: number; separator: Separator; file: string },
  table: GloblTable,
  problems: Problem[],
): GloblRow[] {
  const order = startOrder(file);
  const unread = new Set<number>();
  const share = sharing();
  const rows: GloblRow[] = [];
  for (let at = from; at < to; at += 1) {
    if (problems.length >= mostProblems) return rows;
    const line = at + 1;
    const before = problems.length;
    const fields = splitFields(lines[at] ?? "", line, file, problems, separator);
    const quoted = problems.length === before;
    const row = quoted ? readGloblRow({ line, fields }, table, share, file, problems) : null;
    if (!row) {
      unread.add(line);
      continue;
    }
    const problem = addToOrder(order, row);
    if (problem) problems.push(problem);
    rows.push(row);
  }
  addProblems(problems, finishOrder(order, table, unread, to));
  return rows;
}

/** The cells in the order of a `ParsedFile`, by key and month, so that it need not be sought. */
export function cellsInOrder(
  rows: readonly GloblRow[],
  { areas, columns }: GloblTable,
): SourceCell[] {
  const rowsOf = new Map([...areas.keys()].map((code): [string, GloblRow[]] => [code, []]));
  for (const row of rows) rowsOf.get(row.printed.code)?.unshift(row);
  const lists = [...areas.values()].flatMap(({ code, keys }) =>
    columns.map((_, at) => ({ key: keys[at] ?? "", at, own: rowsOf.get(code) ?? [] })),
  );
  lists.sort((left, right) => (left.key < right.key ? -1 : 1));
  return lists.flatMap(({ at, own }) => own.flatMap(({ cells }) => cells[at] ?? []));
}

/** Most figures are among the same few thousand texts. */
function sharing(): Share {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}
