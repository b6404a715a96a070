import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { findArea, listAreas, listSeriesOfArea } from "#lib/store/area-rows";
import type { Store } from "#lib/store/store";
import { areaAccount, type AreaAccount } from "./area-account.ts";
import { areaGaps } from "./area-gaps.ts";
import { yearlyNetPurchases, type StillChart } from "./area-history.ts";
import { kindNames, nameInSentence, notesOn } from "./area-notes.ts";
import { listOfSeries, type TableOfSeries } from "./area-series.ts";
import { standingOf, type Standing } from "./area-standing.ts";
import { heldReader } from "./held-reader.ts";
import { shortName } from "./release-names.ts";
import type { HeldRelease } from "./build-home-page.ts";
import { viewDefinition, type ChartView } from "./chart-view.ts";
import { seriesChart } from "./data-chart.ts";

/** Everything an area's page shows. Texts are ready to print. */
export interface AreaPage {
  readonly slug: string;
  readonly name: string;
  /** Within a sentence: "the United Kingdom". */
  readonly inSentence: string;
  /** "Country", "Memo item" */
  readonly kindName: string;
  readonly region: AreaLink | null;
  /** A region's countries, by name; empty for any other area. */
  readonly members: readonly AreaLink[];
  readonly iso: string | null;
  readonly code: string | null;
  /** The name each table prints, where the tables are held. */
  readonly names: readonly { readonly title: string; readonly name: string }[];
  /** How the area stands in one sentence; null when no holding of it is published. */
  readonly lead: string | null;
  readonly notes: readonly string[];
  /** Table 3, Table 1 and Table 2, each for the last twelve months. */
  readonly treasuries: AreaAccount | null;
  readonly longTerm: AreaAccount | null;
  readonly abroad: AreaAccount | null;
  readonly standings: readonly { readonly label: string; readonly standing: Standing }[];
  /** Holdings of Treasuries over time, and net purchases of long-term securities by month. */
  readonly charts: readonly ChartView[];
  readonly history: StillChart | null;
  /** What the tables do not say about the area, in sentences. */
  readonly gaps: readonly string[];
  readonly tables: readonly TableOfSeries[];
  /** The newest vintage read. */
  readonly newest: VintageDate;
}

export interface AreaLink {
  readonly slug: string;
  readonly name: string;
}

/** What is known of an area before any figure is read. */
export interface AreaInput {
  readonly area: Area;
  readonly areas: readonly Area[];
  readonly series: readonly Series[];
  readonly releases: readonly Release[];
}

/** The page of an area over the vintages given; null when there is none of this name, or no series speaks about it. */
export async function areaPage(
  store: Store,
  slug: string,
  held: readonly HeldRelease[],
): Promise<AreaPage | null> {
  const [area, areas, series] = await Promise.all([
    findArea(store, slug),
    listAreas(store),
    listSeriesOfArea(store, slug),
  ]);
  if (area === null || series.length === 0) return null;
  const releases = held.map(({ release }) => release);
  return buildAreaPage({ area, areas, series, releases }, heldReader(store, held));
}

/** The same from what is at hand. Every figure is read as of the newest vintage of its release. */
async function buildAreaPage(input: AreaInput, reader: SeriesReader): Promise<AreaPage> {
  const { area, areas, series, releases } = input;
  const [treasuries, longTerm, abroad] = await Promise.all(
    ["slt3", "slt1", "slt2"].map((release) => areaAccount(release, series, reader)),
  );
  const standings = await standingsOf(input, reader);
  const vintages = await Promise.all(
    [...new Set(series.map(({ release }) => release))].map((one) => reader.vintages(one)),
  );
  const newest = vintages
    .flat()
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error(`${area.slug} has series and no vintage`);
  return {
    slug: area.slug,
    name: area.name,
    inSentence: nameInSentence(area.name),
    kindName: kindNames[area.kind],
    region: linkTo(area.region, areas),
    members: areas
      .filter(({ region, kind }) => region === area.slug && kind === "country")
      .map(({ slug, name }) => ({ slug, name })),
    iso: area.iso,
    code: area.code,
    names: releases.flatMap(({ slug, title: long }) => {
      const name = area.names[slug];
      return name === undefined ? [] : [{ title: shortName({ slug, title: long }), name }];
    }),
    lead: leadOf(area, standings, treasuries ?? null),
    notes: await notesOn(area, series, reader),
    treasuries: treasuries ?? null,
    longTerm: longTerm ?? null,
    abroad: abroad ?? null,
    standings,
    charts: await chartsOf(series, reader),
    history: await yearlyNetPurchases(series, area.name, reader),
    gaps: await areaGaps(input, reader),
    tables: listOfSeries(series, releases),
    newest,
  };
}

/** The first of these that an area has is its holdings of Treasuries: the table with the most countries comes first. */
const treasuryKeys = ["slt3.total.holdings", "mfh.holdings"] as const;

/** What a country is ranked in, and how the row is called. */
const rankedIn: readonly (readonly [string, readonly string[]])[] = [
  ["U.S. Treasury securities", treasuryKeys],
  ["All U.S. long-term securities", ["slt1.total.holdings"]],
  ["Treasury bonds and notes", ["slt1.treasuries.holdings"]],
  ["Agency bonds", ["slt1.agencies.holdings"]],
  ["Corporate and other bonds", ["slt1.corporates.holdings"]],
  ["U.S. equities", ["slt1.equities.holdings"]],
  ["Its own securities, held by U.S. residents", ["slt2.total.holdings"]],
];

async function standingsOf(
  { area, areas, series }: AreaInput,
  reader: SeriesReader,
): Promise<AreaPage["standings"]> {
  if (area.kind !== "country") return [];
  const keys = new Set(series.map(({ key }) => key));
  const names = new Map(areas.map(({ slug, name }) => [slug, name]));
  const found = await Promise.all(
    rankedIn.map(async ([label, stems]) => {
      const key = stems.map((stem) => `${stem}.${area.slug}`).find((one) => keys.has(one));
      const standing =
        key === undefined ? null : await standingOf(key, (slug) => names.get(slug) ?? slug, reader);
      return standing === null ? [] : [{ label, standing }];
    }),
  );
  return found.flat();
}

/** "Residents of Japan held $1.19 trillion of U.S. Treasury securities at the end of April 2026, …" */
function leadOf(
  { name }: Area,
  standings: AreaPage["standings"],
  treasuries: AreaAccount | null,
): string | null {
  const [first] = standings;
  if (first === undefined || first.label !== rankedIn[0]?.[0]) {
    const held = treasuries?.lines[0]?.held ?? null;
    if (treasuries === null || held === null) return null;
    return `${name}: ${held} of U.S. Treasury securities at the end of ${formatPeriod(treasuries.closing)}.`;
  }
  const { held, period, rank, among, share } = first.standing;
  const place = rank === 1 ? "the most" : ordinal(rank);
  const part = share === null ? "" : `, ${share} of what all foreign residents held`;
  return `Residents of ${nameInSentence(name)} held ${held} of U.S. Treasury securities at the end of ${formatPeriod(period)}${part}: ${place} among the ${among} countries with a figure.`;
}

const firstOrdinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
];

/** "fifth", "12th", "23rd" */
function ordinal(rank: number): string {
  const word = firstOrdinals[rank - 1];
  if (word !== undefined) return word;
  const ending = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${rank}${ending[new Intl.PluralRules("en", { type: "ordinal" }).select(rank)]}`;
}

/** The longest history of Treasuries that the area has, and the flows of all long-term securities. */
async function chartsOf(series: readonly Series[], reader: SeriesReader): Promise<ChartView[]> {
  const longest = ["mfh.holdings", "slt3.total.holdings", "slt3d.total.holdings"];
  const wanted = [longest, ["slt1.total.net"], ["slt2.total.net"]].flatMap((stems) =>
    stems
      .flatMap((stem) => series.filter(({ key, area }) => key === `${stem}.${area}`))
      .slice(0, 1),
  );
  const views = await Promise.all(
    wanted.map(async ({ key, release }) => {
      const chart = await seriesChart(key, reader);
      const vintage = (await reader.vintages(release)).at(-1);
      if (chart === null || vintage === undefined) return [];
      const viewed = await viewDefinition(chart.definition, reader, vintage.date);
      return viewed.ok ? [viewed.view] : [];
    }),
  );
  return views.flat();
}

function linkTo(slug: string | null, areas: readonly Area[]): AreaLink | null {
  const found = areas.find((area) => area.slug === slug);
  return found === undefined ? null : { slug: found.slug, name: found.name };
}
