import type { CrossIdentity } from "#lib/sources/cross-identities";
import type { SourceCell } from "#lib/sources/source-cell";
import type { VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";
import type { Violation } from "#lib/series/violation";
import type { Release, Snapshot } from "#lib/series/vintage";

/** How the periods of a release go from vintage to vintage. */
export type Extent = "growing" | "moving";

/** Everything one vintage brings: a checked source file and where it came from. */
export interface VintageContent {
  readonly release: Release;
  readonly date: VintageDate;
  readonly snapshot: Snapshot;
  readonly note: string | null;
  readonly areas: readonly Area[];
  readonly series: readonly Series[];
  /** In the order of their keys and periods, each once. */
  readonly cells: readonly SourceCell[];
  /**
   * `growing`: each vintage prints every period of the one before, and newer ones. `moving`: so many of the newest periods.
   * Growing when not given, which is the stricter.
   */
  readonly extent?: Extent;
  /** What it and others of its day both print; nothing when not given. */
  readonly crossIdentities?: readonly CrossIdentity[];
  /** Identities that its figures break. */
  readonly violations: readonly Violation[];
}
