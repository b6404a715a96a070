import type { Observation, VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import { asArea, seriesOf } from "./series-of.ts";

/** One observation as read from a source file, and where it stands there (line and column counted from 1). */
export interface SourceCell extends Observation {
  /** Key of the series it belongs to. */
  readonly key: string;
  readonly line: number;
  /** Number of the tab-separated field. */
  readonly column: number;
}

/** What a source file holds, once every check has passed. */
export interface ParsedFile {
  /** Slug of the release: `slt1`, `mfh`. */
  readonly release: string;
  /** The series that occur in the file, in the order of their keys. */
  readonly series: readonly Series[];
  /** The areas that occur in the file, in the order of their slugs. */
  readonly areas: readonly Area[];
  /** Every observation once: by series key, then by period, oldest first. */
  readonly cells: readonly SourceCell[];
  /** The date the file prints on itself, or null when it prints none. */
  readonly statedDate: VintageDate | null;
}

/**
 * Puts checked cells in order and finds their series and areas. Throws when a cell names a series that the catalogue
 * cannot make: parsers only build keys from the catalogue.
 */
export function makeParsedFile(
  catalogue: Catalogue,
  release: string,
  cells: readonly SourceCell[],
  statedDate: VintageDate | null,
): ParsedFile {
  const known = seriesOf(catalogue, release);
  const keys = [...new Set(cells.map((cell) => cell.key))].sort();
  const series = keys.map((key) => {
    const found = known.get(key);
    if (!found) throw new Error(`No series ${key} can be made from the catalogue`);
    return found;
  });
  const occurring = new Set(series.map(({ area }) => area));
  const areas = catalogue.areas
    .filter(({ slug }) => occurring.has(slug))
    .map(asArea)
    .sort((left, right) => order(left.slug, right.slug));
  const sorted = [...cells].sort(
    (left, right) => order(left.key, right.key) || order(left.period, right.period),
  );
  return { release, series, areas, cells: sorted, statedDate };
}

/** By code unit, so that no locale of a machine changes the order. */
function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
