import { csvText } from "#lib/series/csv-text";
import type { Ledger } from "./ledger.ts";
import { licence } from "./terms.ts";

const cellColumns = [
  "key",
  "period",
  "value",
  "unit",
  "multiplier",
  "known_from",
  "file",
  "sha256",
  "line",
  "column",
  "row",
  "field",
  "title",
] as const;

/** `cells.csv`: every figure that a claim rests on, as published, and where it stands. Times `multiplier` it is in dollars. */
export function cellsCsv({ cells }: Pick<Ledger, "cells">): string {
  const rows = cells.map((cell) => [
    cell.key,
    cell.period,
    cell.value,
    cell.unit,
    `1${"0".repeat(cell.multiplier)}`,
    cell.knownFrom,
    cell.file,
    cell.sha256,
    ...[cell.line, cell.column].map((count) => (count === null ? null : String(count))),
    cell.row,
    cell.field,
    cell.title,
  ]);
  return csvText([cellColumns, ...rows]);
}

const sourceColumns = [
  "release",
  "vintage",
  "file",
  "form",
  "url",
  "sha256",
  "bytes",
  "retrieved",
  "note",
  "licence",
] as const;

/** `sources.csv`: the files of the publisher, each with its fingerprint. */
export function sourcesCsv({ sources }: Pick<Ledger, "sources">): string {
  const rows = sources.map(({ release, vintage, file, url, sha256, bytes, retrieved, note }) => [
    ...[release, vintage, file, formOf(file), url, sha256, String(bytes), retrieved, note],
    licence,
  ]);
  return csvText([sourceColumns, ...rows]);
}

/** The Treasury's files have names that end in `.txt` or `.csv`; its press releases are pages. */
export function formOf(file: string): "file" | "page" {
  return file.includes(".") ? "file" : "page";
}
