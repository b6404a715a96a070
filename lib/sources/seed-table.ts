import { isPeriod } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { Problem } from "#lib/series/problem";
import { accepted, refused, type Checked } from "#lib/series/checked";
import type { SourceCell } from "./source-cell.ts";
import { notANumber, notAvailable, readValue } from "./published-value.ts";

const fixed = ["area", "period", "line", "column"] as const;

/** A CSV of carried-over figures: its name and the measures it holds, as they stand in keys (`total.net`, `bills`). */
export interface SeedTable {
  readonly name: string;
  readonly measures: readonly string[];
}

/**
 * One CSV: `area,period,line,column` and a column for each measure; a row for each area and period, in that order. `column`
 * is the source column of the first measure, the others stand in those that follow. `n.a.` is a missing observation; an
 * empty cell says that there is no observation.
 */
export function writeTable(
  table: SeedTable,
  { release, cells }: { readonly release: string; readonly cells: readonly SourceCell[] },
): string {
  const held = new Set(table.measures);
  const rows = new Map<string, (SourceCell | undefined)[]>();
  for (const cell of cells) {
    const { measure, area } = splitKey(cell.key, release);
    if (!held.has(measure)) continue;
    const id = `${area},${cell.period}`;
    const row = rows.get(id) ?? table.measures.map(() => undefined);
    row[table.measures.indexOf(measure)] = cell;
    rows.set(id, row);
  }
  const body = [...rows]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, row]) => {
      const at = row.findIndex((cell) => cell !== undefined);
      const first = row[at];
      if (!first) throw new Error(`A seed row without cells: ${id}`);
      const shifted = row.some(
        (cell, index) =>
          cell && (cell.line !== first.line || cell.column - index !== first.column - at),
      );
      if (shifted) throw new Error(`The cells of ${id} do not stand side by side in the source`);
      const values = row.map((cell) => (cell ? (cell.value ?? notAvailable) : ""));
      return [id, first.line, first.column - at, ...values].join(",");
    });
  return [[...fixed, ...table.measures].join(","), ...body, ""].join("\n");
}

/** Reads what `writeTable` wrote. Problems: `wrong-heading`, `wrong-field-count`, `unknown-series`, `wrong-date`, `not-a-number`, `same-row-twice`. */
export function readTable(
  table: SeedTable,
  text: string,
  known: ReadonlyMap<string, Series>,
  release: string,
  file: string,
): Checked<SourceCell[]> {
  const [heading = "", ...lines] = text.split("\n");
  const expected = [...fixed, ...table.measures].join(",");
  if (heading !== expected) {
    const message = `Expected the heading ${expected}, found ${heading}`;
    return refused([{ kind: "wrong-heading", message, at: { file, line: 1, column: 1 }, fix }]);
  }
  if (lines.pop() !== "") {
    const message = "Expected a line break at the end, found none: the file is cut";
    const at = { file, line: lines.length + 2, column: 1 };
    return refused([{ kind: "wrong-field-count", message, at, fix }]);
  }
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const cells = lines.flatMap((line, at) => {
    const place = { file, line: at + 2, column: 1 };
    const read = readLine(line.split(","), table, known, release);
    if (!read.ok) {
      problems.push({ ...read.problem, at: { ...place, column: read.field + 1 } });
      return [];
    }
    const id = line.split(",", 2).join(",");
    if (seen.has(id)) {
      const message = `Expected each area and period once, found ${id} again`;
      problems.push({ kind: "same-row-twice", message, at: place, fix });
    }
    seen.add(id);
    return read.cells;
  });
  return problems.length > 0 ? refused(problems) : accepted(cells);
}

const fix = "restore the folder from version control, or make it again from the source file";

type LineResult =
  | { readonly ok: true; readonly cells: readonly SourceCell[] }
  | { readonly ok: false; readonly problem: Omit<Problem, "at">; readonly field: number };

function readLine(
  fields: readonly string[],
  table: SeedTable,
  known: ReadonlyMap<string, Series>,
  release: string,
): LineResult {
  const wanted = fixed.length + table.measures.length;
  if (fields.length !== wanted) {
    const message = `Expected ${wanted} fields, found ${fields.length}`;
    return { ok: false, problem: { kind: "wrong-field-count", message, fix }, field: 0 };
  }
  const [area = "", period = "", line = "", column = "", ...values] = fields;
  if (!isPeriod(period)) {
    const message = `Expected a period, found "${period}"`;
    return { ok: false, problem: { kind: "wrong-date", message, fix }, field: 1 };
  }
  const misplaced = [line, column].findIndex((text) => !/^[1-9]\d{0,6}$/.test(text));
  if (misplaced >= 0) {
    const message = `Expected a place counted from 1, found "${fields[2 + misplaced]}"`;
    return { ok: false, problem: { kind: "not-a-number", message, fix }, field: 2 + misplaced };
  }
  const cells: SourceCell[] = [];
  for (const [at, text] of values.entries()) {
    if (text === "") continue;
    const field = fixed.length + at;
    const value = readValue(text);
    if (!value || (value.value ?? notAvailable) !== text) {
      return { ok: false, problem: { kind: "not-a-number", ...notANumber(text), fix }, field };
    }
    const key = `${release}.${table.measures[at]}.${area}`;
    const series = known.get(key);
    if (!series) {
      const message = `Expected a series of the catalogue, found ${key}`;
      return { ok: false, problem: { kind: "unknown-series", message, fix }, field };
    }
    // The key of the series, so that half a million cells share a thousand texts.
    const place = { line: Number(line), column: Number(column) + at };
    cells.push({ key: series.key, period, ...value, ...place });
  }
  return { ok: true, cells };
}

/** `slt1.total.net.japan` is measure `total.net` of area `japan`. */
function splitKey(key: string, release: string): { measure: string; area: string } {
  const at = key.lastIndexOf(".");
  return { measure: key.slice(release.length + 1, at), area: key.slice(at + 1) };
}
