import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Area } from "#lib/series/series";
import { listAreas } from "#lib/store/area-rows";
import type { Store } from "#lib/store/store";
import { dollarsByPeriod } from "./area-amounts.ts";
import { heldReader } from "./held-reader.ts";
import type { HeldRelease } from "./build-home-page.ts";

/** All areas with figures, in sections: countries by region, then what must not be ranked with them. */
export interface AreaIndex {
  readonly columns: readonly AreaColumn[];
  readonly sections: readonly AreaSection[];
  readonly countries: number;
  readonly areas: number;
}

/** A column of holdings: all at one month, as of the newest vintage of its table. */
export interface AreaColumn {
  readonly label: string;
  readonly release: string;
  readonly period: Period;
  readonly vintage: VintageDate;
}

export interface AreaSection {
  /** Name of the part of the page: `europe`. */
  readonly anchor: string;
  readonly title: string;
  /** Slug of the area that the section is about: a region. Null for the others. */
  readonly area: string | null;
  readonly rows: readonly AreaRow[];
}

export interface AreaRow {
  readonly slug: string;
  readonly name: string;
  readonly iso: string | null;
  /** One for each column, in billions; null where there is no figure. */
  readonly amounts: readonly (string | null)[];
}

interface ReadColumn extends AreaColumn {
  readonly dollars: ReadonlyMap<string, Decimal>;
}

const wantedColumns = [
  { label: "U.S. Treasuries it holds", stems: ["slt3.total.holdings", "mfh.holdings"] },
  { label: "U.S. long-term securities it holds", stems: ["slt1.total.holdings"] },
  { label: "Its own that U.S. residents hold", stems: ["slt2.total.holdings"] },
] as const;

/** The list of areas that some series speaks about, over the vintages given. */
export async function areaIndex(store: Store, held: readonly HeldRelease[]): Promise<AreaIndex> {
  const areas = await listAreas(store);
  return buildAreaIndex(
    areas.filter(({ series }) => series > 0),
    heldReader(store, held),
  );
}

/** The same from areas at hand. */
async function buildAreaIndex(areas: readonly Area[], reader: SeriesReader): Promise<AreaIndex> {
  const read = await Promise.all(
    wantedColumns.map(({ label, stems }) => readColumn(label, stems, areas, reader)),
  );
  const columns = read.filter((column) => column !== null);
  const toRow = ({ slug, name, iso }: Area): AreaRow => ({
    slug,
    name,
    iso,
    amounts: columns.map(({ dollars }) => printBillions(dollars.get(slug))),
  });
  return {
    columns: columns.map(({ dollars: _, ...column }) => column),
    sections: sectionsOf(areas).map(({ members, ...section }) => ({
      ...section,
      rows: members.toSorted(byName).map(toRow),
    })),
    countries: areas.filter(({ kind }) => kind === "country").length,
    areas: areas.length,
  };
}

type Section = Omit<AreaSection, "rows"> & { readonly members: readonly Area[] };

function sectionsOf(areas: readonly Area[]): Section[] {
  const countries = areas.filter(({ kind }) => kind === "country");
  const regions = areas.filter(({ kind }) => kind === "region").toSorted(byName);
  const byRegion = regions.map((region) => ({
    anchor: region.slug,
    title: region.name,
    area: region.slug,
    members: countries.filter((country) => country.region === region.slug),
  }));
  const placed = new Set(byRegion.flatMap(({ members }) => members));
  const ofKinds = (kinds: readonly Area["kind"][]): Area[] =>
    areas.filter(({ kind }) => kinds.includes(kind));
  return [
    ...byRegion,
    {
      anchor: "outside-the-regions",
      title: "Outside the regions",
      area: null,
      members: countries.filter((country) => !placed.has(country)),
    },
    {
      anchor: "totals",
      title: "Totals, regions and organizations",
      area: null,
      members: ofKinds(["total", "region", "memo", "organisation"]),
    },
    { anchor: "groups", title: "Groups of holders", area: null, members: ofKinds(["group"]) },
    {
      anchor: "parts",
      title: "By kind of holder or security",
      area: null,
      members: ofKinds(["of-which"]),
    },
  ].filter(({ members }) => members.length > 0);
}

/** The first of the stems that has a grand total, read at the newest month of that total. Null when none has. */
async function readColumn(
  label: string,
  stems: readonly string[],
  areas: readonly Area[],
  reader: SeriesReader,
): Promise<ReadColumn | null> {
  for (const stem of stems) {
    const whole = await reader.describe(`${stem}.grand-total`);
    const vintage = whole && (await reader.vintages(whole.release)).at(-1);
    if (!whole || !vintage) continue;
    const cells = (await reader.read([whole.key], vintage.date)).get(whole.key) ?? [];
    const period = cells.findLast(({ value }) => value !== null)?.period;
    if (period === undefined) continue;
    const keys = areas.map(({ slug }) => `${stem}.${slug}`);
    const read = await reader.read(keys, vintage.date, { from: period, to: period });
    const dollars = new Map(
      areas.flatMap(({ slug }) => {
        // Every series of a table has its multiplier.
        const amount = dollarsByPeriod(read.get(`${stem}.${slug}`) ?? [], whole).get(period);
        return amount === undefined ? [] : [[slug, amount] as const];
      }),
    );
    return { label, release: whole.release, period, vintage: vintage.date, dollars };
  }
  return null;
}

function printBillions(amount: Decimal | undefined): string | null {
  if (amount === undefined) return null;
  const billions = amount.div(new Decimal("1e9"));
  if (billions.gt(0) && billions.lt("0.05")) return "< 0.1";
  return formatAmount(billions, "number", { decimals: 1 });
}

function byName(left: Area, right: Area): number {
  return left.name.localeCompare(right.name, "en");
}

/** The slug of every area with a page. */
export async function listAreaPages(store: Store): Promise<string[]> {
  const areas = await listAreas(store);
  return areas.filter(({ series }) => series > 0).map(({ slug }) => slug);
}
