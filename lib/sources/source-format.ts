import type { Checked } from "#lib/series/checked";
import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import type { ParsedFile } from "./parsed-file.ts";
import type { SeedCollection } from "./seed-collection.ts";
import type { SeedTable } from "./seed-table.ts";

/** One file that the Treasury publishes: how it is known, read, and carried over. */
export interface SourceFormat {
  /** Slug of the release. */
  readonly release: string;
  /** What a person looks for when it is asked for: 'slt_table1.txt ("Table 1: U.S. Long-Term …")'. */
  readonly description: string;
  /** The last line ends with a line break, as all the others: without it the file is cut. */
  readonly endsWithLineBreak?: true;
  /** Whether these lines are a file of this form: by what stands in them, never by a name. */
  recognises(lines: readonly string[]): boolean;
  /**
   * The lines as checked vintages: one, but for a file that collects many. What its figures should add up to and do not is
   * in `violations`; anything else that is wrong refuses the whole file, every problem with its place.
   */
  parse(
    lines: readonly string[],
    catalogue: Catalogue,
    file: string,
  ): Checked<readonly ParsedFile[]>;
  /** Every series that the file could hold: each area it names with each of its columns. */
  series(catalogue: Catalogue): readonly Series[];
  /** The CSV files that carry one vintage over, in order; none for a file that collects many. */
  seedTables(catalogue: Catalogue): readonly SeedTable[];
  /** For a file that collects many vintages: how it is carried over. */
  readonly collection?: SeedCollection;
}
