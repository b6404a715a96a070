import { firstPrintsOf } from "#lib/series/first-prints";
import type { Cell } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { asOfDay } from "#lib/series/revisions-reader";
import type { Series } from "#lib/series/series";
import type { SuggestSetting } from "./setting.ts";

/** All that was asked for, with what is not there yet. */
export interface KnownRevisions {
  /** Makes sure that series are there. */
  load(keys: readonly string[]): Promise<void>;
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  /** Reads from memory what is there, and asks for the rest. */
  readonly reader: SeriesReader;
}

/** The revisions of series, each asked for once. */
export function knownRevisions(setting: SuggestSetting): KnownRevisions {
  const cells = new Map<string, readonly Cell[]>();
  const series = new Map(setting.series.map((one) => [one.key, one]));
  const countries = new Set(
    setting.areas.filter(({ kind }) => kind === "country").map(({ slug }) => slug),
  );

  async function load(keys: readonly string[]): Promise<void> {
    const fresh = [...new Set(keys)].filter((key) => !cells.has(key));
    if (fresh.length === 0) return;
    for (const [key, found] of await setting.revisions(fresh)) cells.set(key, found);
  }

  const reader: SeriesReader = {
    describe: (key) => Promise.resolve(series.get(key) ?? null),
    nearestKeys: (key, limit) => setting.reader.nearestKeys(key, limit),
    vintages: (release) => setting.reader.vintages(release),
    peers: (key) => Promise.resolve(peersOf(series.get(key), setting.series, countries)),
    async read(keys, asOf, range = {}) {
      await load(keys);
      return new Map(keys.map((key) => [key, asOfDay(cells.get(key) ?? [], asOf, range)]));
    },
    async firstPrints(keys, asOf, range) {
      await load(keys);
      return new Map(keys.map((key) => [key, firstPrintsOf(cells.get(key) ?? [], asOf, range)]));
    },
  };
  return { load, cells, reader };
}

function peersOf(
  own: Series | undefined,
  all: readonly Series[],
  countries: ReadonlySet<string>,
): Series[] {
  if (own === undefined) return [];
  return all.filter(
    ({ release, securities, measure, area }) =>
      release === own.release &&
      securities === own.securities &&
      measure === own.measure &&
      countries.has(area),
  );
}
