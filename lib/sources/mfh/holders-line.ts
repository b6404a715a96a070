import { nearest } from "#lib/series/nearest";
import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { CatalogueArea } from "../catalogue.ts";
import type { SourceCell } from "../source-cell.ts";
import { notANumber, readValue } from "../published-value.ts";
import type { SourceRow } from "../source-rows.ts";
import type { HoldersMeasure } from "./holders-layout.ts";
import type { HoldersTable } from "./holders-table.ts";

/** A month's column. `comparison`: the older series of a month that is printed twice. */
export interface HoldersColumn {
  /** Number of the tab field, from 1. */
  readonly column: number;
  readonly period: Period;
  readonly comparison: boolean;
}

/** One row of figures; `cells` in the order of the columns. */
export interface HoldersLine {
  readonly line: number;
  readonly area: CatalogueArea;
  readonly cells: readonly SourceCell[];
}

/** A printed name without spaces at its ends and without footnote marks: `United Kingdom 2/`, `Belgium  5/`, `Spain `. */
export function cleanName(printed: string): string {
  return printed.replace(/\s*\d+\/\s*$/, "").trim();
}

/**
 * Reads a row of figures, to 0.1 USD billion. With `measure`, a row of official holders, whose name is already known.
 * Problems: `unknown-area`, `not-a-number`, `figure-outside-columns`; null when the row cannot be used.
 */
export function readLine(
  row: SourceRow,
  columns: readonly HoldersColumn[],
  table: HoldersTable,
  file: string,
  problems: Problem[],
  measure?: HoldersMeasure,
): HoldersLine | null {
  const before = problems.length;
  const { line, fields } = row;
  const area = measure ? table.official : findArea(row, table, file, problems);
  const { slug, comparison: older } = measure ?? table.holdings;
  const cells = columns.flatMap(({ column, period, comparison }): SourceCell[] => {
    const text = fields[column - 1] ?? "";
    const value = readValue(text);
    if (!value || (value.value !== null && !/^\d+(\.\d)?$/.test(value.value))) {
      problems.push({ kind: "not-a-number", ...notANumber(text), at: { file, line, column } });
      return [];
    }
    const key = `${table.release}.${comparison ? older : slug}.${area?.slug}`;
    return [{ key, period, ...value, line, column }];
  });
  const last = columns.at(-1)?.column ?? 1;
  const outside = fields.findIndex((field, at) => at >= last && field.trim() !== "");
  if (outside >= 0) {
    problems.push({
      kind: "figure-outside-columns",
      message: `Expected nothing right of the last month, found "${fields[outside]?.trim()}"`,
      at: { file, line, column: outside + 1 },
      fix: "the line does not belong here, or its heading is cut; fetch the file again",
    });
  }
  return area && problems.length === before ? { line, area, cells } : null;
}

function findArea(
  { line, fields }: SourceRow,
  { areas, release }: HoldersTable,
  file: string,
  problems: Problem[],
): CatalogueArea | null {
  const name = cleanName(fields[0] ?? "");
  const area = areas.get(name);
  if (area) return area;
  const near = nearest(name, [...areas.keys()], 3);
  problems.push({
    kind: "unknown-area",
    message: `Expected a country name of the catalogue, found "${name}"`,
    at: { file, line, column: 1 },
    fix: `${near.length > 0 ? `nearest: ${near.join("; ")}. ` : ""}If the Treasury has added it, add its \`${release}\` name to content/catalogue/areas.yml`,
  });
  return null;
}
