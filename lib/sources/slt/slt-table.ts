import type { Catalogue } from "../catalogue.ts";
import { printedAreas, type PrintedArea } from "../printed-area.ts";
import type { SltLayout } from "./slt-layout.ts";

/** The tables of one form: a line for each area and month, classes and measures across. */
export type SltRelease = "slt1" | "slt2" | "slt3";

/** Line 1 of each: their form is one, their figures are not, so it must match exactly. */
export const sltTitles = {
  slt1: "Table 1: U.S. Long-Term Securities Held by Foreign Residents",
  slt2: "Table 2: Foreign Long-Term Securities Held by U.S. Residents",
  slt3: "Table 3: U.S. Treasury Securities Held by Foreign Residents 1/",
} as const satisfies Record<SltRelease, string>;

/** A column of figures. */
export interface SltColumn {
  /** Machine name: `for_lt_treas_net`. */
  readonly field: string;
  /** What stands above the classes of one measure. */
  readonly heading: string;
  /** Place in a key: `treasuries.net`. */
  readonly label: string;
  readonly security: SltLayout["classes"][number];
  readonly measure: SltLayout["measures"][number];
}

/** One of the tables as the catalogue describes it, worked out once for a file. */
export interface SltTable {
  readonly release: SltRelease;
  readonly title: string;
  readonly layout: SltLayout;
  readonly columns: readonly SltColumn[];
  /** By code, in the order of the catalogue. */
  readonly areas: ReadonlyMap<string, PrintedArea>;
  /** Of each area, by its slug, the keys of its series in the order of the columns: one text, however many cells have it. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** What the catalogue says of one of the tables. */
export function sltTableOf(catalogue: Catalogue, release: SltRelease): SltTable {
  const layout = catalogue[release];
  const areas = printedAreas(catalogue, release).map((one): [string, PrintedArea] => [
    one.code,
    one,
  ]);
  const columns = columnsOf(layout);
  const keysOf = ({ area: { slug } }: PrintedArea) =>
    columns.map(({ label }) => `${release}.${label}.${slug}`);
  return {
    release,
    title: sltTitles[release],
    layout,
    columns,
    areas: new Map(areas),
    keys: new Map(areas.map(([, one]) => [one.area.slug, keysOf(one)])),
  };
}

/** The columns of figures, in order: the measures of one class stand side by side. */
function columnsOf({ classes, measures }: SltLayout): readonly SltColumn[] {
  return classes.flatMap((security) =>
    measures
      .filter(({ slug }) => security.measures?.includes(slug) !== false)
      .map((measure) => ({
        field: `${security.stem}_${measure.suffix}`,
        heading: security.heading,
        label: `${security.slug}.${measure.slug}`,
        security,
        measure,
      })),
  );
}
