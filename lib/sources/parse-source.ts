import { accepted, refused, type Checked } from "#lib/series/checked";
import { boundProblems } from "./bounded-problems.ts";
import type { Catalogue } from "./catalogue.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { recogniseBytes } from "./recognise-bytes.ts";
import { recognise } from "./recognise.ts";
import { readLines } from "./source-rows.ts";

/**
 * The bytes of a Treasury file as checked vintages (one, but for a file that collects many), or every problem with its line
 * and field (the first thousand of very many). `file` is only the name that problems show: what the file is, its content says.
 */
export function parseSource(
  bytes: Uint8Array,
  catalogue: Catalogue,
  file = "source file",
): Checked<readonly ParsedFile[]> {
  return boundProblems(parseBytes(bytes, catalogue, file));
}

function parseBytes(
  bytes: Uint8Array,
  catalogue: Catalogue,
  file: string,
): Checked<readonly ParsedFile[]> {
  const binary = recogniseBytes(bytes, file);
  if (binary) return refused([binary]);
  const lines = readLines(bytes, file);
  if (!lines.ok) return lines;
  const format = recognise(lines.value, file);
  if (!format.ok) return format;
  if (format.value.endsWithLineBreak === true && bytes.at(-1) !== 0x0a) {
    const message = "Expected a line break after the last line, found the end of the file";
    const at = { file, line: lines.value.length, column: 1 };
    return refused([{ kind: "cut-file", message, at, fix: "the file is cut; fetch it again" }]);
  }
  return format.value.parse(lines.value, catalogue, file);
}

/** The same for a file that is one vintage. Problem besides: `many-vintages`, for a file that collects them. */
export function parseVintage(
  bytes: Uint8Array,
  catalogue: Catalogue,
  file = "source file",
): Checked<ParsedFile> {
  const parsed = parseSource(bytes, catalogue, file);
  if (!parsed.ok) return parsed;
  const [only, ...others] = parsed.value;
  if (only && others.length === 0) return accepted(only);
  const message = `Expected one vintage, found ${parsed.value.length}`;
  return refused([{ kind: "many-vintages", message, at: { file, line: 1, column: 1 } }]);
}
