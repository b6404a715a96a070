import { formatDay } from "./format.ts";
import type { Series } from "./series.ts";
import type { Release, Vintage } from "./vintage.ts";

/**
 * How to cite a series as a vintage has it, in one line: publisher, publication, vintage, file and its fingerprint, series.
 * `address` is the full address of the page of the series as of that vintage, which shows the figures cited. No letters of
 * its own beyond ASCII: the line also stands in CSV, which some programs read in another encoding.
 */
export function citeVintage(
  { key, title }: Series,
  release: Release,
  { date, snapshot }: Vintage,
  address: string,
): string {
  const file = `${snapshot.fileName}, SHA-256 ${snapshot.sha256}`;
  return `${release.publisher}, ${release.title}, as of the vintage of ${formatDay(date)} (${file}): ${title}. Read in Tickmark as ${key}, ${address}`;
}
