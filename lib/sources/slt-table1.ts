import { isPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { Catalogue, CatalogueArea } from "./catalogue.ts";
import { accepted, refused, type Checked } from "./checked.ts";
import { nearest } from "./nearest.ts";
import { makeParsedFile, type ParsedFile, type SourceCell } from "./parsed-file.ts";
import { notANumber, readValue } from "./published-value.ts";
import { slt1Columns } from "./series-of.ts";
import { checkSlt1Head, slt1HeadRows } from "./slt-table1-head.ts";
import { checkSlt1Identities } from "./slt-table1-identities.ts";
import { checkSlt1Notes } from "./slt-table1-notes.ts";
import { isBlank, type SourceRow } from "./source-rows.ts";

/** Country, code and date stand before the figures. */
const keyColumns = 3;

/** One line of figures, its place known. */
export interface Slt1Row {
  readonly line: number;
  readonly area: CatalogueArea;
  readonly period: Period;
  readonly cells: readonly SourceCell[];
}

/**
 * slt_table1.txt: five title rows, a blank, two headings, the machine names, then a line for each area and month, newest
 * first; a blank; definitions. Figures are USD million. The order is checked because a line in the wrong place is how a
 * damaged file shows itself; the identities because a damaged figure shows itself there. Returns every problem; the
 * identities are only tried on a file that is otherwise whole.
 */
export function parseSltTable1(
  rows: readonly SourceRow[],
  catalogue: Catalogue,
  file: string,
): Checked<ParsedFile> {
  const head = checkSlt1Head(rows, catalogue, file);
  if (head.length > 0) return refused(head);
  const blank = rows.findIndex((row, at) => at >= slt1HeadRows && isBlank(row));
  const end = blank < 0 ? rows.length : blank;
  const problems: Problem[] = [];
  const data = rows
    .slice(slt1HeadRows, end)
    .flatMap((row) => readRow(row, catalogue, file, problems) ?? []);
  problems.push(...checkOrder(data, file));
  problems.push(...checkSpans(data, catalogue, file, rows[end - 1]?.line ?? 1));
  problems.push(...checkSlt1Notes(rows.slice(end), catalogue, file, rows.length));
  if (problems.length === 0) problems.push(...checkSlt1Identities(data, catalogue, file));
  if (problems.length > 0) return refused(problems.sort((a, b) => a.at.line - b.at.line));
  const cells = data.flatMap((row) => row.cells);
  return accepted(makeParsedFile(catalogue, "slt1", cells, null));
}

function readRow(
  row: SourceRow,
  catalogue: Catalogue,
  file: string,
  problems: Problem[],
): Slt1Row | null {
  const columns = slt1Columns(catalogue);
  const { line, fields } = row;
  const [name = "", code = "", date = ""] = fields.map((field) => field.trim());
  const expected = keyColumns + columns.length;
  if (fields.length !== expected) {
    problems.push({
      kind: "wrong-field-count",
      message: `Expected ${expected} tab-separated fields, found ${fields.length}`,
      at: { file, line, column: Math.min(fields.length, expected) },
      fix: "the line is cut or joined; fetch the file again",
    });
    return null;
  }
  const area = findArea(name, code, catalogue, { file, line, column: 2 }, problems);
  const dated = isPeriod(date) && date.length === "2026-04".length && !date.includes("Q");
  if (!dated) {
    problems.push({
      kind: "wrong-date",
      message: `Expected a month such as 2026-04, found "${date}"`,
      at: { file, line, column: 3 },
      fix: "compare the line with the file at the Treasury",
    });
  }
  const values = columns.map(({ label }, at) => {
    const column = keyColumns + at + 1;
    const text = fields[column - 1] ?? "";
    const value = readValue(text);
    const whole = value?.value?.includes(".") !== true;
    if (value && whole) return { label, column, ...value };
    const problem = notANumber(text);
    problems.push({ kind: "not-a-number", ...problem, at: { file, line, column } });
    return null;
  });
  if (!area || !dated) return null;
  const cells = values.flatMap((cell) =>
    cell
      ? [
          {
            key: `slt1.${cell.label}.${area.slug}`,
            period: date,
            value: cell.value,
            status: cell.status,
            line,
            column: cell.column,
          },
        ]
      : [],
  );
  return { line, area, period: date, cells };
}

function findArea(
  name: string,
  code: string,
  catalogue: Catalogue,
  at: Problem["at"],
  problems: Problem[],
): CatalogueArea | null {
  const listed = catalogue.areas.filter((area) => area.slt1 !== undefined && area.code !== null);
  const area = listed.find((candidate) => candidate.code === code);
  if (!area) {
    const near = nearest(
      `${name} ${code}`,
      listed.map((candidate) => `${candidate.slt1} ${candidate.code}`),
    );
    problems.push({
      kind: "unknown-area",
      message: `Expected a country code of the catalogue, found "${code}" ("${name}")`,
      at,
      fix: `${near.length > 0 ? `nearest: ${near.join("; ")}. ` : ""}If the Treasury has added it, add it to content/catalogue/areas.yml`,
    });
    return null;
  }
  if (area.slt1 === name) return area;
  problems.push({
    kind: "code-and-name-disagree",
    message: `Expected "${area.slt1}" beside code ${code}, found "${name}"`,
    at,
    fix: "one of the two is wrong in this line; compare it with the file at the Treasury",
  });
  return null;
}

/** Months run down one by one within an area, and an area stands in one place. */
function checkOrder(data: readonly Slt1Row[], file: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const finished = new Set<string>();
  for (const [at, row] of data.entries()) {
    const before = data[at - 1];
    const place = { file, line: row.line, column: keyColumns };
    const id = `${row.area.code} ${row.period}`;
    const first = seen.get(id);
    seen.set(id, first ?? row.line);
    if (before && before.area !== row.area) finished.add(before.area.slug);
    if (first !== undefined) {
      problems.push({
        kind: "same-row-twice",
        message: `Expected each area and month once, found ${row.area.slt1} ${row.period} again (first in line ${first})`,
        at: place,
        fix: "remove nothing by hand; fetch the file again",
      });
    } else if (before && before.area === row.area) {
      const expected = shiftPeriod(before.period, -1);
      if (row.period === expected) continue;
      problems.push({
        kind: "rows-out-of-order",
        message: `Expected ${expected} of ${row.area.slt1}, the month before the line above, found ${row.period}`,
        at: place,
        fix: "lines are missing or were moved; fetch the file again",
      });
    } else if (finished.has(row.area.slug)) {
      problems.push({
        kind: "rows-out-of-order",
        message: `Expected the lines of ${row.area.slt1} in one place, found another after those of ${before?.area.slt1}`,
        at: place,
        fix: "lines were moved; fetch the file again",
      });
    }
  }
  return problems;
}

/** Every area of the catalogue is there, and covers the months of the grand total. */
function checkSpans(
  data: readonly Slt1Row[],
  catalogue: Catalogue,
  file: string,
  lastLine: number,
): Problem[] {
  const byArea = new Map<string, Slt1Row[]>();
  for (const row of data) {
    const own = byArea.get(row.area.slug);
    if (own) own.push(row);
    else byArea.set(row.area.slug, [row]);
  }
  const model = byArea.get("grand-total");
  return catalogue.areas.flatMap((area): Problem[] => {
    if (area.slt1 === undefined) return [];
    const own = byArea.get(area.slug);
    if (!own) {
      return [
        {
          kind: "missing-area",
          message: `Expected the lines of ${area.slt1} (${area.code}), found none`,
          at: { file, line: lastLine, column: 1 },
          fix: "the file is cut; if the Treasury has dropped the area, remove its `slt1` name in content/catalogue/areas.yml",
        },
      ];
    }
    if (!model || spanOf(own) === spanOf(model)) return [];
    return [
      {
        kind: "area-cut-short",
        message: `Expected the months of Grand Total (${spanOf(model)}) for ${area.slt1}, found ${spanOf(own)}`,
        at: { file, line: own.at(-1)?.line ?? lastLine, column: keyColumns },
        fix: "the file is cut; fetch it again",
      },
    ];
  });
}

function spanOf(rows: readonly Slt1Row[]): string {
  return `${rows.at(-1)?.period} to ${rows[0]?.period}`;
}
