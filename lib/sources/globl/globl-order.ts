import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { keyColumns, type GloblRow } from "./globl-row.ts";
import type { GloblArea, GloblTable } from "./globl-table.ts";

/** What is known of the lines read so far. */
export interface GloblOrder {
  readonly file: string;
  readonly blocks: Map<GloblArea, AreaBlock>;
  before: GloblRow | null;
}

/** The lines of one area. */
interface AreaBlock {
  readonly first: GloblRow;
  last: GloblRow;
  /** In which line each month stands. */
  readonly lines: Map<Period, number>;
}

export function startOrder(file: string): GloblOrder {
  return { file, blocks: new Map(), before: null };
}

/**
 * Holds the next line against those above it, so that a file of endless lines is refused while it is read. Within an area
 * months run down through those it is known to have, and an area stands in one place. A line is held against the one above
 * it only where that could be read: a line that could not is a problem already, and its neighbors are not wrong for it.
 * Problems: `same-row-twice`, `unexpected-month`, `rows-out-of-order`.
 */
export function addToOrder(order: GloblOrder, row: GloblRow): Problem | null {
  const { printed, period, line } = row;
  const { before, blocks, file } = order;
  order.before = row;
  const block = blocks.get(printed);
  const twice = block?.lines.get(period);
  if (twice !== undefined) {
    const message = `Expected each area and month once, found ${printed.name} ${period} again (first in line ${twice})`;
    return problemAt("same-row-twice", message, file, line);
  }
  if (block) {
    block.lines.set(period, line);
    block.last = row;
  } else {
    blocks.set(printed, { first: row, last: row, lines: new Map([[period, line]]) });
  }
  const place = printed.months.places.get(period);
  if (place === undefined) {
    const message = `Expected a month that ${printed.name} is known to have, found ${period}`;
    return problemAt("unexpected-month", message, file, line);
  }
  if (!block) return null;
  if (before?.printed !== printed) {
    const message = `Expected the lines of ${printed.name} in one place, found another after those of ${before?.printed.name}`;
    return problemAt("rows-out-of-order", message, file, line);
  }
  const above = printed.months.places.get(before.period);
  if (above === undefined || place === above + 1 || line !== before.line + 1) return null;
  const expected = printed.months.newestFirst[above + 1];
  const message = `Expected ${expected ?? "no more lines"} of ${printed.name}, the month before the line above, found ${period}`;
  return problemAt("rows-out-of-order", message, file, line);
}

/**
 * Once all lines are read: every area is there, from the newest month of the file to the oldest it is known to have. Where a
 * line beside an area's could not be read (`unread`), it is not known what the area covers. Problems: `missing-area`,
 * `area-cut-short`.
 */
export function finishOrder(
  { blocks, file }: GloblOrder,
  { areas }: GloblTable,
  unread: ReadonlySet<number>,
  lastLine: number,
): Problem[] {
  const newest = [...blocks.values()].reduce(
    (latest, { first: { period } }) => (period > latest ? period : latest),
    "",
  );
  return [...areas.values()].flatMap((printed): Problem[] => {
    const months = printed.months.newestFirst.filter((month) => month <= newest);
    const [start, end] = [months.at(-1), months[0]];
    const block = blocks.get(printed);
    if (start === undefined && newest !== "") return [];
    if (!block) {
      const message = `Expected the lines of ${printed.name} (${printed.code}), found none`;
      return [problemAt("missing-area", message, file, lastLine, 1)];
    }
    const { first, last } = block;
    if (first.period === end && last.period === start) return [];
    if (unread.has(first.line - 1) || unread.has(last.line + 1)) return [];
    const message = `Expected ${start} to ${end} for ${printed.name}, found ${last.period} to ${first.period}`;
    return [problemAt("area-cut-short", message, file, last.line)];
  });
}

function problemAt(
  kind: string,
  message: string,
  file: string,
  line: number,
  column = keyColumns,
): Problem {
  const fix = "lines are missing, were added or were moved; fetch the file again";
  return { kind, message, at: { file, line, column }, fix };
}
