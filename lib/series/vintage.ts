import type { VintageDate } from "./observation.ts";

/** A publication that recurs. */
export interface Release {
  /** `slt1`, `mfh` */
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  /** Address of the file at the publisher. */
  readonly url: string;
  readonly licence: string;
}

/** The bytes of one source file, known by their hash. */
export interface Snapshot {
  readonly sha256: string;
  readonly fileName: string;
  readonly url: string;
  readonly bytes: number;
  /** Day the file was retrieved, `YYYY-MM-DD`; null when nobody wrote it down. */
  readonly retrieved: string | null;
}

/** A release as published on one date. */
export interface Vintage {
  readonly release: string;
  readonly date: VintageDate;
  readonly snapshot: Snapshot;
  /** What a reader should know about this vintage's origin; null when there is nothing unusual. */
  readonly note: string | null;
}
