import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Problem } from "#lib/series/problem";
import type { Catalogue } from "./catalogue.ts";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { manifestSchema, type Manifest } from "./manifest.ts";
import { makeParsedFile, type ParsedFile, type SourceCell } from "./parsed-file.ts";
import { readTable, writeTable } from "./seed-table.ts";
import { formatOf, formats } from "./formats.ts";
import { seriesOf } from "./series-of.ts";

/** What is known of a source file besides its figures. */
export type Origin = Omit<Manifest, "files" | "statedDate" | "release">;

/** The texts of a seed folder by file name: one vintage in our own arrangement, the same bytes for the same figures. */
export function writeSeed(
  parsed: ParsedFile,
  origin: Origin,
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const tables = formatOf(parsed.release)
    .seedTables(catalogue)
    .map((table) => ({
      name: table.name,
      text: writeTable(table, parsed),
    }));
  const manifest: Manifest = {
    release: parsed.release,
    title: origin.title,
    publisher: origin.publisher,
    licence: origin.licence,
    url: origin.url,
    released: origin.released,
    retrieved: origin.retrieved,
    statedDate: parsed.statedDate,
    fileName: origin.fileName,
    bytes: origin.bytes,
    sha256: origin.sha256,
    note: origin.note,
    files: tables.map(({ name, text }) => ({
      name,
      rows: text.split("\n").length - 2,
      sha256: hashOf(text),
    })),
  };
  return new Map([
    ["manifest.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ...tables.map(({ name, text }): [string, string] => [name, text]),
  ]);
}

/**
 * Reads a folder that `writeSeed` made and gives exactly what was parsed from the source file. Problems: an unreadable or
 * wrong manifest, a table that is missing, was changed (`wrong-hash`), or does not hold what the catalogue knows.
 */
export function readSeed(
  folder: string,
  catalogue: Catalogue,
): Checked<{ readonly manifest: Manifest; readonly parsed: ParsedFile }> {
  const manifest = readManifest(path.join(folder, "manifest.json"));
  if (!manifest.ok) return manifest;
  const { release, files, statedDate } = manifest.value;
  const format = formats.find((candidate) => candidate.release === release);
  const tables = format?.seedTables(catalogue) ?? [];
  const names = tables.map(({ name }) => name).join(", ");
  const listed = files.map(({ name }) => name).join(", ");
  if (!format || names !== listed) {
    return refused([
      problemAt(path.join(folder, "manifest.json"), {
        kind: "wrong-shape",
        message: `Expected the files of release ${release} (${names || "an unknown release"}), found ${listed}`,
      }),
    ]);
  }
  const known = seriesOf(catalogue, release);
  const problems: Problem[] = [];
  const cells: (readonly SourceCell[])[] = [];
  for (const [at, table] of tables.entries()) {
    const file = path.join(folder, table.name);
    const text = readText(file);
    if (!text.ok) {
      problems.push(...text.problems);
      continue;
    }
    const read = readTable(table, text.value, known, release, file);
    if (!read.ok) problems.push(...read.problems);
    else cells.push(read.value);
    const recorded = files[at];
    const rows = text.value.split("\n").length - 2;
    if (recorded?.sha256 === hashOf(text.value) && recorded.rows === rows) continue;
    const message = `Expected ${recorded?.rows} rows with the SHA-256 ${recorded?.sha256} of the manifest, found ${rows} rows and ${hashOf(text.value)}`;
    problems.push(problemAt(file, { kind: "wrong-hash", message }));
  }
  if (problems.length > 0) return refused(problems);
  return accepted({
    manifest: manifest.value,
    parsed: makeParsedFile(catalogue, format, cells.flat(), { statedDate }),
  });
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Reads a seed's `manifest.json`. Problems: `unreadable-file`, `wrong-shape`. */
export function readManifest(file: string): Checked<Manifest> {
  const text = readText(file);
  if (!text.ok) return text;
  const json = parseJson(text.value, file);
  if (!json.ok) return json;
  const result = manifestSchema.safeParse(json.value);
  if (result.success) return accepted(result.data);
  const message = z.prettifyError(result.error);
  return refused([problemAt(file, { kind: "wrong-shape", message })]);
}

function parseJson(text: string, file: string): Checked<unknown> {
  try {
    return accepted(JSON.parse(text));
  } catch (cause) {
    return refused([problemAt(file, { kind: "wrong-shape", message: reasonOf(cause) })]);
  }
}

function readText(file: string): Checked<string> {
  try {
    return accepted(readFileSync(file, "utf8"));
  } catch (cause) {
    return refused([problemAt(file, { kind: "unreadable-file", message: reasonOf(cause) })]);
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function problemAt(file: string, what: Pick<Problem, "kind" | "message">): Problem {
  const fix = "restore the folder from version control, or make it again from the source file";
  return { ...what, at: { file, line: 1, column: 1 }, fix };
}
