import type { Catalogue } from "./catalogue.ts";
import type { Checked } from "#lib/series/checked";
import { parseMfhhis01 } from "./mfhhis01.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { recognise } from "./recognise.ts";
import { parseSltTable1 } from "./slt-table1.ts";
import { readLines, splitRows } from "./source-rows.ts";

/**
 * The bytes of a Treasury file as checked observations, or every problem with its line and tab field. `file` is only the
 * name that problems show: what the file is, its content says.
 */
export function parseSource(
  bytes: Uint8Array,
  catalogue: Catalogue,
  file = "source file",
): Checked<ParsedFile> {
  const lines = readLines(bytes, file);
  if (!lines.ok) return lines;
  // Before quoting is looked at: what is no file of ours would give a problem for each of its lines.
  const release = recognise(lines.value, file);
  if (!release.ok) return release;
  const rows = splitRows(lines.value, file);
  if (!rows.ok) return rows;
  switch (release.value) {
    case "slt1":
      return parseSltTable1(rows.value, catalogue, file);
    case "mfh":
      return parseMfhhis01(rows.value, catalogue, file);
  }
}
