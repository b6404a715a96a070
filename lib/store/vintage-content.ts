import type { SourceCell } from "#lib/sources/parsed-file";
import type { VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";
import type { Violation } from "#lib/series/violation";
import type { Release, Snapshot } from "#lib/series/vintage";

/** Everything one vintage brings: a checked source file and where it came from. */
export interface VintageContent {
  readonly release: Release;
  readonly date: VintageDate;
  readonly snapshot: Snapshot;
  readonly note: string | null;
  readonly areas: readonly Area[];
  readonly series: readonly Series[];
  readonly cells: readonly SourceCell[];
  /** Identities that its figures break. */
  readonly violations: readonly Violation[];
}
