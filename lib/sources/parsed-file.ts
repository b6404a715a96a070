import type { VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";
import type { Snapshot } from "#lib/series/vintage";
import type { Violation } from "#lib/series/violation";
import type { Catalogue, CatalogueArea } from "./catalogue.ts";
import { knownSeries } from "./known-series.ts";
import type { SourceCell } from "./source-cell.ts";

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
  /** Identities that its figures break: what was published is kept as it is, and they are recorded with it. */
  readonly violations: readonly Violation[];
  /** For a file that collects many vintages, which one this is; null where the file is the vintage. */
  readonly collected: CollectedVintage | null;
}

/** One vintage within a file that collects many: what a manifest says of a file that is a vintage by itself. */
export interface CollectedVintage {
  readonly released: VintageDate;
  /** "hp167" */
  readonly name: string;
  readonly url: string;
  /** Of the heading and the lines of this vintage, as they stand in the file. */
  readonly sha256: string;
  readonly bytes: number;
  /** What a reader should know about this vintage's origin; null when there is nothing unusual. */
  readonly note: string | null;
}

/** The snapshot of a collected vintage; `retrieved` is the day on which the collection was fetched, if anybody wrote it down. */
export function snapshotOfCollected(
  { sha256, name, url, bytes }: CollectedVintage,
  retrieved: string | null,
): Snapshot {
  return { sha256, fileName: name, url, bytes, retrieved };
}

/**
 * Puts checked cells in order and finds their series, among those the format could hold, and areas. Throws when a cell
 * names another series: parsers only build keys from the catalogue.
 */
export function makeParsedFile(
  catalogue: Catalogue,
  format: { readonly release: string; series(catalogue: Catalogue): readonly Series[] },
  cells: readonly SourceCell[],
  {
    statedDate = null,
    violations = [],
    collected = null,
  }: Partial<Pick<ParsedFile, "statedDate" | "violations" | "collected">> = {},
): ParsedFile {
  const known = knownSeries(catalogue, format);
  const occurringKeys = new Set<string>();
  for (const { key } of cells) occurringKeys.add(key);
  const series = [...occurringKeys].sort().map((key) => {
    const found = known.get(key);
    if (!found) throw new Error(`No series ${key} can be made from the catalogue`);
    return found;
  });
  const occurring = new Set(series.map(({ area }) => area));
  const areas = catalogue.areas
    .filter(({ slug }) => occurring.has(slug))
    .map(asArea)
    .sort((left, right) => order(left.slug, right.slug));
  // A large file is not copied when its parser has put it in order.
  const inOrder = cells.every((cell, at) => at === 0 || orderCells(cells[at - 1], cell) <= 0);
  const sorted = inOrder ? cells : [...cells].sort(orderCells);
  return {
    release: format.release,
    series,
    areas,
    cells: sorted,
    statedDate,
    violations,
    collected,
  };
}

function orderCells(left: SourceCell | undefined, right: SourceCell): number {
  return left ? order(left.key, right.key) || order(left.period, right.period) : -1;
}

/** The nouns of an area, without what only a parser needs. */
function asArea({ slug, code, name, kind, region, iso, names }: CatalogueArea): Area {
  return { slug, code, name, kind, region, iso, names };
}

/** By code unit, so that no locale of a machine changes the order. */
function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
