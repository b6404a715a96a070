import type { Catalogue, CatalogueArea } from "../catalogue.ts";
import type { HoldersLayout, HoldersMeasure } from "./holders-layout.ts";

/** mfhhis01.txt and slt_table5.txt: holders down, months across, to 0.1 USD billion. */
export interface HoldersTable {
  readonly release: "mfh" | "slt5";
  readonly layout: HoldersLayout;
  /** What every row holds. */
  readonly holdings: HoldersMeasure;
  /** The areas that may stand in it, by printed name without footnote marks. Foreign Official is not among them. */
  readonly areas: ReadonlyMap<string, CatalogueArea>;
  readonly official: CatalogueArea;
  /** What the row of Foreign Official is called. */
  readonly officialName: string;
}

/** The catalogue's words on one of the two, worked out once for a file. Throws when it lacks what both need. */
export function holdersTableOf(catalogue: Catalogue, release: "mfh" | "slt5"): HoldersTable {
  const layout: HoldersLayout = catalogue[release];
  const [holdings] = layout.measures;
  const official = catalogue.areas.find(({ slug }) => slug === "foreign-official");
  const officialName = official?.names[release];
  if (!holdings || !official || officialName === undefined) {
    throw new Error(`The catalogue lacks a measure of ${release}, or its name of foreign-official`);
  }
  const areas = catalogue.areas.flatMap((area): [string, CatalogueArea][] => {
    const name = nameIn(release, area);
    return name === undefined || area === official ? [] : [[name, area]];
  });
  return { release, layout, holdings, areas: new Map(areas), official, officialName };
}

/**
 * The name that the table prints. Table 5 is the top of Table 3, and whom it names changes with the amounts: a country
 * that it has not named yet goes by its name in Table 3.
 */
export function nameIn(
  release: "mfh" | "slt5",
  { names, kind }: CatalogueArea,
): string | undefined {
  const own = names[release];
  return own === undefined && release === "slt5" && kind === "country" ? names["slt3"] : own;
}
