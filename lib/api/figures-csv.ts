import { csvText } from "#lib/series/csv-text";
import { unitLabel } from "#lib/series/unit";
import { citedSources } from "./citation.ts";
import type { Figures } from "./figures.ts";

const header = [
  "period",
  "value",
  "status",
  "known_from",
  "series",
  "title",
  "unit",
  "kind",
  "frequency",
  "as_of",
  "source_file",
  "source_sha256",
  "source_line",
  "source_column",
  "citation",
  "licence",
] as const;

/**
 * Figures as CSV, one observation a row; a missing value is empty and its status says why. Unit, vintage, source, citation
 * and licence are columns, so that they stay with the figures whatever the file is opened with or cut into. The source and
 * the citation are those of the vintage that the row's value is known from.
 */
export function figuresCsv(figures: Figures, origin: string): string {
  const { series, release, asOf, cells } = figures;
  const files = citedSources(figures, origin);
  const what = [
    series.key,
    series.title,
    unitLabel(series.unit, series.multiplier),
    series.kind,
    series.frequency,
    asOf,
  ];
  const rows = cells.map(({ period, value, status, knownFrom, line, column }) => {
    const file = files.get(knownFrom);
    const place = [line, column].map((count) => (count === null ? null : String(count)));
    const source = [file?.fileName ?? null, file?.sha256 ?? null, ...place];
    const terms = [file?.citation ?? null, release.licence];
    return [period, value, status, knownFrom, ...what, ...source, ...terms];
  });
  return csvText([header, ...rows]);
}
