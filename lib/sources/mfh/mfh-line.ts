import { nearest } from "#lib/series/nearest";
import type { Problem } from "#lib/series/problem";
import type { Catalogue, CatalogueArea, MfhLayout } from "../catalogue.ts";
import type { MfhColumn } from "./mfh-columns.ts";
import type { SourceCell } from "../parsed-file.ts";
import { notANumber, readValue } from "../published-value.ts";
import type { SourceRow } from "../source-rows.ts";

type Measure = MfhLayout["measures"][number];

/** One row of figures of a block; `cells` in the order of the block's columns. */
export interface MfhLine {
  readonly line: number;
  readonly area: CatalogueArea;
  readonly cells: readonly SourceCell[];
}

/** A printed name without spaces at its ends and without footnote marks: `United Kingdom 2/`, `Belgium  5/`, `Spain `. */
export function cleanName(printed: string): string {
  return printed.replace(/\s*\d+\/\s*$/, "").trim();
}

/**
 * Reads a row of figures, to 0.1 USD billion. With `measure`, a row below "Of which:", whose name is already known.
 * Problems: `unknown-area`, `not-a-number`, `figure-outside-columns`; null when the row cannot be used.
 */
export function readLine(
  row: SourceRow,
  columns: readonly MfhColumn[],
  catalogue: Catalogue,
  file: string,
  problems: Problem[],
  measure?: Measure,
): MfhLine | null {
  const before = problems.length;
  const { line, fields } = row;
  const area = measure ? official(catalogue) : findArea(row, catalogue, file, problems);
  const kind = measure ?? catalogue.mfh.measures[0];
  const cells = columns.flatMap(({ column, period, comparison }): SourceCell[] => {
    const text = fields[column - 1] ?? "";
    const value = readValue(text);
    if (!value || (value.value !== null && !/^\d+(\.\d)?$/.test(value.value))) {
      problems.push({ kind: "not-a-number", ...notANumber(text), at: { file, line, column } });
      return [];
    }
    const key = `mfh.${comparison ? kind?.comparison : kind?.slug}.${area?.slug}`;
    return [{ key, period, ...value, line, column }];
  });
  const last = columns.at(-1)?.column ?? 1;
  const outside = fields.findIndex((field, at) => at >= last && field.trim() !== "");
  if (outside >= 0) {
    problems.push({
      kind: "figure-outside-columns",
      message: `Expected nothing right of the last month, found "${fields[outside]?.trim()}"`,
      at: { file, line, column: outside + 1 },
      fix: "the line does not belong to this year, or its heading is cut; fetch the file again",
    });
  }
  return area && problems.length === before ? { line, area, cells } : null;
}

function findArea(
  { line, fields }: SourceRow,
  catalogue: Catalogue,
  file: string,
  problems: Problem[],
): CatalogueArea | null {
  const listed = catalogue.areas.filter(
    (area) => area.names["mfh"] !== undefined && area.slug !== "foreign-official",
  );
  const name = cleanName(fields[0] ?? "");
  const area = listed.find((candidate) => candidate.names["mfh"] === name);
  if (area) return area;
  const near = nearest(
    name,
    listed.flatMap((candidate) => candidate.names["mfh"] ?? []),
    3,
  );
  problems.push({
    kind: "unknown-area",
    message: `Expected a country name of the catalogue, found "${name}"`,
    at: { file, line, column: 1 },
    fix: `${near.length > 0 ? `nearest: ${near.join("; ")}. ` : ""}If the Treasury has added it, add its \`mfh\` name to content/catalogue/areas.yml`,
  });
  return null;
}

function official(catalogue: Catalogue): CatalogueArea {
  const area = catalogue.areas.find(({ slug }) => slug === "foreign-official");
  if (!area) throw new Error("The catalogue lacks the area foreign-official");
  return area;
}
