import { shiftPeriod } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { keyColumns, type SltRow } from "./slt-row.ts";
import type { SltTable } from "./slt-table.ts";

/**
 * Months run down one by one within an area, and an area stands in one place. A line is held against the one above it
 * only where that could be read: a line that could not is a problem already, and its neighbors are not wrong for it.
 * Problems: `same-row-twice`, `rows-out-of-order`.
 */
export function checkSltOrder(data: readonly SltRow[], file: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const finished = new Set<string>();
  for (const [at, row] of data.entries()) {
    const before = data[at - 1];
    const place = { file, line: row.line, column: keyColumns };
    const id = `${row.printed.code} ${row.period}`;
    const first = seen.get(id);
    seen.set(id, first ?? row.line);
    if (before && before.printed.area !== row.printed.area) finished.add(before.printed.area.slug);
    if (first !== undefined) {
      problems.push({
        kind: "same-row-twice",
        message: `Expected each area and month once, found ${row.printed.name} ${row.period} again (first in line ${first})`,
        at: place,
        fix: "remove nothing by hand; fetch the file again",
      });
    } else if (before && before.printed.area === row.printed.area) {
      const expected = shiftPeriod(before.period, -1);
      if (row.period === expected || row.line !== before.line + 1) continue;
      problems.push({
        kind: "rows-out-of-order",
        message: `Expected ${expected} of ${row.printed.name}, the month before the line above, found ${row.period}`,
        at: place,
        fix: "lines are missing or were moved; fetch the file again",
      });
    } else if (finished.has(row.printed.area.slug)) {
      problems.push({
        kind: "rows-out-of-order",
        message: `Expected the lines of ${row.printed.name} in one place, found another after those of ${before?.printed.name}`,
        at: place,
        fix: "lines were moved; fetch the file again",
      });
    }
  }
  return problems;
}

/**
 * Every regular area of the catalogue is there, and covers the months of the grand total. Where a line beside an area's
 * could not be read (`unread`), it is not known what the area covers. Problems: `missing-area`, `area-cut-short`.
 */
export function checkSltSpans(
  data: readonly SltRow[],
  { areas }: SltTable,
  file: string,
  lastLine: number,
  unread: ReadonlySet<number>,
): Problem[] {
  const byArea = new Map<string, SltRow[]>();
  for (const row of data) {
    const own = byArea.get(row.printed.area.slug);
    if (own) own.push(row);
    else byArea.set(row.printed.area.slug, [row]);
  }
  const model = byArea.get("grand-total");
  return [...areas.values()].flatMap(({ area, name, code }): Problem[] => {
    const own = byArea.get(area.slug);
    if (!own && area.irregular === true) return [];
    if (!own) {
      return [
        {
          kind: "missing-area",
          message: `Expected the lines of ${name} (${code}), found none`,
          at: { file, line: lastLine, column: 1 },
          fix: "the file is cut; if the Treasury no longer prints the area, mark it `irregular: true` in content/catalogue/areas.yml",
        },
      ];
    }
    if (!model || spanOf(own) === spanOf(model)) return [];
    if (bordersOn(unread, own) || bordersOn(unread, model)) return [];
    return [
      {
        kind: "area-cut-short",
        message: `Expected the months of Grand Total (${spanOf(model)}) for ${name}, found ${spanOf(own)}`,
        at: { file, line: own.at(-1)?.line ?? lastLine, column: keyColumns },
        fix: "the file is cut; fetch it again",
      },
    ];
  });
}

function bordersOn(unread: ReadonlySet<number>, rows: readonly SltRow[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  return (first && unread.has(first.line - 1)) || (last && unread.has(last.line + 1)) || false;
}

function spanOf(rows: readonly SltRow[]): string {
  return `${rows.at(-1)?.period} to ${rows[0]?.period}`;
}
