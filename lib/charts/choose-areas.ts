import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { ChartDefinition } from "./definition.ts";

/** Lines that can still be told apart. */
export const mostAreas = 6;

/** An area whose figures a chart may show. */
export interface AreaChoice {
  /** The last part of the series' key. */
  readonly slug: string;
  readonly name: string;
}

type LineDefinition = Extract<ChartDefinition, { form: "line" }>;

/**
 * What the keys of a chart of areas have in common ("mfh.holdings"); null when a chart is none: its lines must differ in
 * their areas alone.
 */
export function areaPrefix(definition: ChartDefinition): string | null {
  if (definition.form !== "line") return null;
  const prefixes = new Set(definition.series.map(({ key }) => prefixOf(key)));
  const [only] = prefixes;
  return prefixes.size === 1 && only !== undefined ? only : null;
}

/** The areas whose figures a chart may show: its own and the countries that the release has beside them, by name. */
export async function listAreas(
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<AreaChoice[]> {
  if (definition.form !== "line" || areaPrefix(definition) === null) return [];
  const own = definition.series.map(({ key }) => key);
  const peers = await reader.peers(own[0] ?? "");
  const described = await Promise.all(
    own.filter((key) => !peers.some((peer) => peer.key === key)).map((key) => reader.describe(key)),
  );
  return [...peers, ...described.flatMap((series) => series ?? [])]
    .map((series) => ({ slug: slugOf(series.key), name: areaNameOf(series) }))
    .sort((left, right) => left.name.localeCompare(right.name, "en"));
}

/**
 * A chart with other areas in the place of its own. Its headline is about its own areas, so that what it measures stands
 * for it. Problems: `no-areas`, `unknown-area`, `too-many-areas`.
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
  if (definition.form !== "line" || prefix === null) {
    return refuse("no-areas", `${definition.id} has no areas to choose`);
  }
  const wanted = [...new Set(slugs)];
  if (wanted.length > mostAreas) {
    return refuse("too-many-areas", `expected at most ${mostAreas} areas, found ${wanted.length}`);
  }
  const found = await Promise.all(wanted.map((slug) => reader.describe(`${prefix}.${slug}`)));
  const missing = wanted.find((_, index) => (found[index] ?? null) === null);
  if (missing !== undefined) {
    return refuse("unknown-area", `${definition.id} has no figures of "${missing}"`);
  }
  const series = found.flatMap((one) => one ?? []);
  const [first] = series;
  if (first === undefined) return refuse("no-areas", "expected an area, found none");
  return { ok: true, definition: withSeries(definition, series, first) };
}

function withSeries(
  definition: LineDefinition,
  series: readonly Series[],
  first: Series,
): LineDefinition {
  const own = new Map(definition.series.map((line) => [line.key, line]));
  const lines = series.map((one) => {
    const { label = areaNameOf(one), emphasis = false } = own.get(one.key) ?? {};
    // A line that was alone had no need of its area's name.
    return { key: one.key, label: own.size === 1 ? areaNameOf(one) : label, emphasis };
  });
  const emphasised = lines.some(({ emphasis }) => emphasis);
  const labels = lines.map(({ label }) => label);
  const measure = `${withoutArea(first)}: ${listOf(labels)}`;
  const known = new Set(definition.breaks.map(({ period }) => period));
  const others = series.flatMap(({ breaks }) => breaks.map(({ period }) => period));
  const added = [...new Set(others)].filter((period) => !known.has(period));
  return {
    ...definition,
    headline: measure,
    measure,
    series: lines.map((line, index) => ({
      ...line,
      emphasis: line.emphasis || (!emphasised && index === 0),
    })),
    breaks: [...definition.breaks, ...added.map((period) => ({ period, text: null }))].sort(
      (left, right) => (left.period < right.period ? -1 : 1),
    ),
    annotations: definition.annotations.filter((note) => labels.includes(note.series)),
  };
}

/** "Japan, Belgium and Ireland" */
function listOf(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** Titles end with the name of the area: "Holdings of U.S. Treasury securities by foreign residents: Japan". */
function areaNameOf({ title, area }: Series): string {
  return /: ([^:]+)$/.exec(title)?.[1] ?? area;
}

function withoutArea({ title }: Series): string {
  return title.replace(/: [^:]+$/, "");
}

export function slugOf(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}

function prefixOf(key: string): string {
  return key.slice(0, key.lastIndexOf("."));
}
