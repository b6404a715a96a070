import { accepted, refused, type Checked } from "#lib/series/checked";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";

/** A vintage that a seed folder carries: enough to know whether a store has it already. */
export interface SeedEntry {
  readonly release: string;
  readonly released: VintageDate;
  /** Of its snapshot. */
  readonly sha256: string;
}

/** A day of release and a hash, the first two columns of `vintages.csv`. */
export interface PackedVintage {
  readonly released: VintageDate;
  readonly sha256: string;
}

/**
 * How a file that collects many vintages is carried over: its lines, rearranged so that nothing is said twice. They can be
 * made again exactly, so a seed is read by the parser of the file, with all its checks.
 */
export interface SeedCollection {
  /** The CSV files of the folder, `vintages.csv` first: a row for each vintage, day of release and SHA-256 in front. */
  readonly files: readonly string[];
  /** The texts of those files for the lines of a file that was parsed without a problem. */
  pack(lines: readonly string[], vintages: readonly PackedVintage[]): ReadonlyMap<string, string>;
  /** The lines again. What the texts hold is not checked here, but by parsing what comes out. */
  unpack(texts: ReadonlyMap<string, string>): readonly string[];
}

/** Name of the CSV that lists the vintages of a collection. */
export const vintagesFile = "vintages.csv";

/** The bytes of collected lines: each ends as RFC 4180 has it, the last too. */
export function collectedText(lines: readonly string[]): string {
  return [...lines, ""].join("\r\n");
}

/** The vintages that `vintages.csv` lists. Problem: `wrong-shape`, at the line of a row without a day and a hash. */
export function listCollected(text: string, release: string, file: string): Checked<SeedEntry[]> {
  const problems: Problem[] = [];
  const rows = text.split("\n").slice(1, -1);
  const entries = rows.flatMap((row, at): SeedEntry[] => {
    const [released = "", sha256 = ""] = row.split(",");
    if (isVintageDate(released) && /^[0-9a-f]{64}$/.test(sha256)) {
      return [{ release, released, sha256 }];
    }
    const message = `Expected a day of release and a SHA-256, found "${row.slice(0, 60)}"`;
    const fix = "restore the folder from version control, or make it again from the source file";
    problems.push({ kind: "wrong-shape", message, at: { file, line: at + 2, column: 1 }, fix });
    return [];
  });
  return problems.length > 0 ? refused(problems) : accepted(entries);
}
