import type { Observation, VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";

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
