import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Catalogue } from "./catalogue.ts";
import { formatOf } from "./formats.ts";
import type { CollectionManifest, Manifest } from "./manifest.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { collectedText } from "./seed-collection.ts";
import { writeTable } from "./seed-table.ts";
import { hashOf } from "./seed.ts";

/** What is known of a source file besides its figures. */
export type Origin = Omit<Manifest, "files" | "statedDate" | "release" | "violations">;

/** The texts of a seed folder by file name: one vintage in our own arrangement, the same bytes for the same figures. */
export function writeSeed(
  parsed: ParsedFile,
  origin: Origin,
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const tables = formatOf(parsed.release)
    .seedTables(catalogue)
    .map(({ name, ...table }): [string, string] => [name, writeTable({ name, ...table }, parsed)]);
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
    ...(parsed.violations.length > 0 ? { violations: [...parsed.violations] } : {}),
    files: tables.map(listedFile),
  };
  return new Map([manifestText(manifest), ...tables]);
}

/**
 * The same for a file that collects vintages: one folder holds them all. Problem: `other-line-ends`, when the lines made
 * again from the seed would not be the bytes of the file.
 */
export function writeCollection(
  lines: readonly string[],
  vintages: readonly ParsedFile[],
  origin: Omit<Origin, "released">,
): Checked<ReadonlyMap<string, string>> {
  const release = vintages[0]?.release ?? "";
  const collection = formatOf(release).collection;
  if (!collection) throw new Error(`A file of ${release} collects no vintages`);
  const again = hashOf(collectedText(lines));
  if (again !== origin.sha256) {
    const message = `Expected lines that end with a carriage return and a line feed and have the SHA-256 ${origin.sha256} together, found ${again}`;
    return refused([
      { kind: "other-line-ends", message, at: { file: origin.fileName, line: 1, column: 1 } },
    ]);
  }
  const tables = [
    ...collection.pack(
      lines,
      vintages.flatMap(({ collected }) => collected ?? []),
    ),
  ];
  const manifest: CollectionManifest = {
    release,
    title: origin.title,
    publisher: origin.publisher,
    licence: origin.licence,
    url: origin.url,
    retrieved: origin.retrieved,
    fileName: origin.fileName,
    bytes: origin.bytes,
    sha256: origin.sha256,
    note: origin.note,
    vintages: vintages.length,
    files: tables.map(listedFile),
  };
  return accepted(new Map([manifestText(manifest), ...tables]));
}

function manifestText(manifest: Manifest | CollectionManifest): [string, string] {
  return ["manifest.json", `${JSON.stringify(manifest, null, 2)}\n`];
}

function listedFile([name, text]: [string, string]): Manifest["files"][number] {
  return { name, rows: text.split("\n").length - 2, sha256: hashOf(text) };
}
