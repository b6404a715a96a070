import { createHash } from "node:crypto";
import path from "node:path";
import { accepted, refused, type Checked } from "#lib/series/checked";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { Snapshot } from "#lib/series/vintage";
import { addProblems } from "./bounded-problems.ts";
import type { Catalogue } from "./catalogue.ts";
import { formats } from "./formats.ts";
import { snapshotOf, type CollectionManifest, type Manifest } from "./manifest.ts";
import { makeParsedFile, snapshotOfCollected, type ParsedFile } from "./parsed-file.ts";
import { readManifest, seedProblem } from "./read-manifest.ts";
import { readText } from "./read-text.ts";
import { collectedText, listCollected, vintagesFile, type SeedEntry } from "./seed-collection.ts";
import { readTable } from "./seed-table.ts";
import { seriesOf } from "./series-of.ts";
import type { SourceFormat } from "./source-format.ts";

/** One vintage as a seed folder carries it. */
export interface SeedVintage {
  readonly manifest: {
    readonly release: string;
    readonly released: VintageDate;
    readonly note: string | null;
  };
  readonly snapshot: Snapshot;
  readonly parsed: ParsedFile;
}

/**
 * Reads a folder that `writeSeed` or `writeCollection` made and gives exactly what was parsed from the source file: one
 * vintage, or all that the file collects, oldest first. Problems: an unreadable or wrong manifest, a table that is
 * missing, was changed (`wrong-hash`), or does not hold what the catalogue knows.
 */
export function readSeed(folder: string, catalogue: Catalogue): Checked<readonly SeedVintage[]> {
  const file = path.join(folder, "manifest.json");
  const manifest = readManifest(file);
  if (!manifest.ok) return manifest;
  const { release, files } = manifest.value;
  const format = formats.find((candidate) => candidate.release === release);
  const collects = "vintages" in manifest.value;
  const expected = format ? fileNames(format, collects, catalogue).join(", ") : "";
  const listed = files.map(({ name }) => name).join(", ");
  if (!format || expected !== listed) {
    const message = `Expected the files of release ${release} (${expected || "an unknown release"}), found ${listed}`;
    return refused([seedProblem(file, "wrong-shape", message)]);
  }
  return "vintages" in manifest.value
    ? readCollection(folder, manifest.value, format, catalogue)
    : readVintage(folder, manifest.value, format, catalogue);
}

/** The vintages of a seed folder, without their figures. Problems: those of `readManifest` and `listCollected`. */
export function listSeed(folder: string): Checked<readonly SeedEntry[]> {
  const manifest = readManifest(path.join(folder, "manifest.json"));
  if (!manifest.ok) return manifest;
  if (!("vintages" in manifest.value)) {
    const { release, released, sha256 } = manifest.value;
    return accepted([{ release, released, sha256 }]);
  }
  const file = path.join(folder, vintagesFile);
  const text = readText(file);
  return text.ok ? listCollected(text.value, manifest.value.release, file) : text;
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function fileNames(
  format: SourceFormat,
  collects: boolean,
  catalogue: Catalogue,
): readonly string[] {
  if (collects) return format.collection?.files ?? [];
  return format.seedTables(catalogue).map(({ name }) => name);
}

function readVintage(
  folder: string,
  manifest: Manifest,
  format: SourceFormat,
  catalogue: Catalogue,
): Checked<readonly SeedVintage[]> {
  const { release, released, note, statedDate, violations = [] } = manifest;
  const known = seriesOf(catalogue, release);
  const { texts, problems } = readTexts(folder, manifest);
  const cells = format.seedTables(catalogue).flatMap((table) => {
    const text = texts.get(table.name);
    if (text === undefined) return [];
    const read = readTable(table, text, known, release, path.join(folder, table.name));
    if (!read.ok) addProblems(problems, read.problems);
    return read.ok ? read.value : [];
  });
  if (problems.length > 0) return refused(problems);
  const parsed = makeParsedFile(catalogue, format, cells, { statedDate, violations });
  const snapshot = snapshotOf(manifest);
  return accepted([{ manifest: { release, released, note }, snapshot, parsed }]);
}

function readCollection(
  folder: string,
  manifest: CollectionManifest,
  format: SourceFormat,
  catalogue: Catalogue,
): Checked<readonly SeedVintage[]> {
  const { texts, problems } = readTexts(folder, manifest);
  if (problems.length > 0 || !format.collection) return refused(problems);
  const lines = format.collection.unpack(texts);
  const { release, sha256, fileName } = manifest;
  const found = hashOf(collectedText(lines));
  if (found !== sha256) {
    const message = `Expected the lines of ${fileName} with the SHA-256 ${sha256}, found ${found}`;
    return refused([seedProblem(folder, "wrong-hash", message)]);
  }
  const parsed = format.parse(lines, catalogue, `${folder} as ${fileName}`);
  if (!parsed.ok) return parsed;
  return accepted(
    parsed.value.flatMap((one): SeedVintage[] => {
      if (!one.collected) throw new Error(`A vintage of ${release} that is not collected`);
      const { released, note } = one.collected;
      const snapshot = snapshotOfCollected(one.collected, manifest.retrieved);
      return [{ manifest: { release, released, note }, snapshot, parsed: one }];
    }),
  );
}

/** The tables of a folder, also those that are not what the manifest says: more may be wrong with them. */
function readTexts(
  folder: string,
  { files }: Pick<Manifest, "files">,
): { texts: ReadonlyMap<string, string>; problems: Problem[] } {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, rows, sha256 } of files) {
    const file = path.join(folder, name);
    const text = readText(file);
    if (!text.ok) {
      addProblems(problems, text.problems);
      continue;
    }
    texts.set(name, text.value);
    const found = { rows: text.value.split("\n").length - 2, sha256: hashOf(text.value) };
    if (found.rows === rows && found.sha256 === sha256) continue;
    const message = `Expected ${rows} rows with the SHA-256 ${sha256} of the manifest, found ${found.rows} rows and ${found.sha256}`;
    problems.push(seedProblem(file, "wrong-hash", message));
  }
  return { texts, problems };
}
