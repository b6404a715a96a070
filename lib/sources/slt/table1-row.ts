import { isPeriod, type Period } from "#lib/series/period";
import { nearest } from "#lib/series/nearest";
import type { Problem } from "#lib/series/problem";
import type { Catalogue, CatalogueArea } from "../catalogue.ts";
import type { SourceCell } from "../parsed-file.ts";
import { notANumber, readValue } from "../published-value.ts";
import { slt1Columns } from "./table1-series.ts";
import type { SourceRow } from "../source-rows.ts";

/** Country, code and date stand before the figures. */
export const keyColumns = 3;

/** One line of figures, its place known. */
export interface Slt1Row {
  readonly line: number;
  readonly area: CatalogueArea;
  readonly period: Period;
  readonly cells: readonly SourceCell[];
}

/**
 * Reads one line of figures in whole USD million. Problems: `wrong-field-count`, `unknown-area`, `code-and-name-disagree`,
 * `wrong-date`, `not-a-number`; null when it cannot be said which area and month the line is about.
 */
export function readSlt1Row(
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
  const dated = isPeriod(date) && /^(19|20)\d\d-\d\d$/.test(date);
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
  const listed = catalogue.areas.filter(
    (area) => area.names["slt1"] !== undefined && area.code !== null,
  );
  const area = listed.find((candidate) => candidate.code === code);
  if (!area) {
    const near = nearest(
      `${name} ${code}`,
      listed.map((candidate) => `${candidate.names["slt1"]} ${candidate.code}`),
      3,
    );
    problems.push({
      kind: "unknown-area",
      message: `Expected a country code of the catalogue, found "${code}" ("${name}")`,
      at,
      fix: `${near.length > 0 ? `nearest: ${near.join("; ")}. ` : ""}If the Treasury has added it, add it to content/catalogue/areas.yml`,
    });
    return null;
  }
  if (area.names["slt1"] === name) return area;
  problems.push({
    kind: "code-and-name-disagree",
    message: `Expected "${area.names["slt1"]}" beside code ${code}, found "${name}"`,
    at,
    fix: "one of the two is wrong in this line; compare it with the file at the Treasury",
  });
  return null;
}
