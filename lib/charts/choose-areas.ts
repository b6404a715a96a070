import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { areaNameOf } from "./area-name.ts";
import type { ChartDefinition } from "./definition.ts";
import { replaceSeries, type AreaDefinition } from "./replace-series.ts";

/** An area whose figures a chart may show. */
export interface AreaChoice {
  /** The last part of the series' key. */
  readonly slug: string;
  readonly name: string;
}

/** How many areas a chart can show at once. */
export interface AreaLimits {
  readonly least: number;
  readonly most: number;
}

/**
 * Forms that have an area for each of their series: so many lines can still be told apart, so many panels seen at once.
 * Surfaces and columns of several areas would hide one another or be too thin. The parts of a stack are parts of one whole,
 * and rankings and maps show all areas as they are.
 */
const limits = {
  line: { least: 1, most: 6 },
  area: { least: 1, most: 1 },
  bar: { least: 1, most: 1 },
  "small-multiples": { least: 2, most: 12 },
  slope: { least: 1, most: 8 },
} as const satisfies Readonly<Record<AreaDefinition["form"], AreaLimits>>;

function isOfAreas(definition: ChartDefinition): definition is AreaDefinition {
  return definition.form in limits && areaPrefix(definition) !== null;
}

/** How many areas a reader may choose for a chart; null for one that is not made of areas. */
export function areaLimits(definition: ChartDefinition): AreaLimits | null {
  return isOfAreas(definition) ? limits[definition.form] : null;
}

/**
 * What the keys of a chart's series have in common ("mfh.holdings"); null when there is no such thing: they must differ in
 * their areas alone.
 */
function areaPrefix(definition: ChartDefinition): string | null {
  if (!("series" in definition)) return null;
  const prefixes = new Set(definition.series.map(({ key }) => prefixOf(key)));
  const [only] = prefixes;
  return prefixes.size === 1 && only !== undefined ? only : null;
}

/** The areas whose figures a chart may show: its own and the countries that the release has beside them, by name. */
export async function listAreas(
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<AreaChoice[]> {
  if (!isOfAreas(definition)) return [];
  const own = definition.series.map(({ key }) => key);
  const peers = await reader.peers(own[0] ?? "");
  const described = await Promise.all(
    own.filter((key) => !peers.some((peer) => peer.key === key)).map((key) => reader.describe(key)),
  );
  return [...peers, ...described.flatMap((series) => series ?? [])]
    .map((series) => ({ slug: slugOf(series.key), name: areaNameOf(series) }))
    .sort((left, right) => left.name.localeCompare(right.name, "en"));
}

/** The areas that a chart of areas shows as its editor made it, by the names the release has for them. */
export async function ownAreas(
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<AreaChoice[]> {
  if (!isOfAreas(definition)) return [];
  const described = await Promise.all(definition.series.map(({ key }) => reader.describe(key)));
  return definition.series.map(({ key, label }, index) => {
    const series = described[index] ?? null;
    // A line that is alone is named for what it measures.
    const isAlone = definition.series.length === 1 && series !== null;
    return { slug: slugOf(key), name: isAlone ? areaNameOf(series) : label };
  });
}

/** Which of some areas a chart may show, and which are not among the figures held. */
export async function sortAreas(
  definition: ChartDefinition,
  slugs: readonly string[],
  reader: SeriesReader,
): Promise<{ readonly known: readonly string[]; readonly unknown: readonly string[] }> {
  const prefix = areaPrefix(definition) ?? "";
  const found = await Promise.all(slugs.map((slug) => reader.describe(`${prefix}.${slug}`)));
  const isKnown = (index: number): boolean => (found[index] ?? null) !== null;
  return {
    known: slugs.filter((_, index) => isKnown(index)),
    unknown: slugs.filter((_, index) => !isKnown(index)),
  };
}

/**
 * A chart with other areas in the place of its own. Its headline is about its own areas, so that what it measures stands
 * for it. Problems: `no-areas`, `unknown-area`, `too-many-areas`, `too-few-areas`.
 */
export async function chooseAreas(
  definition: ChartDefinition,
  slugs: readonly string[],
  reader: SeriesReader,
): Promise<{ ok: true; definition: ChartDefinition } | { ok: false; problems: Problem[] }> {
  const prefix = areaPrefix(definition);
  const refuse = (kind: string, message: string) => ({
    ok: false as const,
    problems: [{ kind, message, at: definition.at }],
  });
  if (!isOfAreas(definition) || prefix === null) {
    return refuse("no-areas", `${definition.id} has no areas to choose`);
  }
  const wanted = [...new Set(slugs)];
  const { least, most } = limits[definition.form];
  if (wanted.length > most) {
    const areas = most === 1 ? "area" : "areas";
    return refuse(
      "too-many-areas",
      `expected no more than ${most} ${areas}, found ${wanted.length}`,
    );
  }
  if (wanted.length < least) {
    return refuse("too-few-areas", `expected at least ${least} areas, found ${wanted.length}`);
  }
  const found = await Promise.all(wanted.map((slug) => reader.describe(`${prefix}.${slug}`)));
  const missing = wanted.find((_, index) => (found[index] ?? null) === null);
  if (missing !== undefined) {
    return refuse("unknown-area", `${definition.id} has no figures of "${missing}"`);
  }
  const series = found.flatMap((one) => one ?? []);
  const [first] = series;
  if (first === undefined) return refuse("no-areas", "expected an area, found none");
  return { ok: true, definition: replaceSeries(definition, series, first) };
}

function slugOf(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}

function prefixOf(key: string): string {
  return key.slice(0, key.lastIndexOf("."));
}
