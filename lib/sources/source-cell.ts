import type { Observation } from "#lib/series/observation";

/** One observation as read from a source file, and where it stands there (line and column counted from 1). */
export interface SourceCell extends Observation {
  /** Key of the series it belongs to. */
  readonly key: string;
  readonly line: number;
  /** Number of the field, whatever parts the fields of the file: a tab, or a comma. */
  readonly column: number;
}
