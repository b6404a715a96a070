import { deepFrozen } from "#lib/series/deep-frozen";
import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import type { SourceFormat } from "./source-format.ts";

type SeriesMaker = Pick<SourceFormat, "series">;
type ByKey = ReadonlyMap<string, Series>;

const known = new WeakMap<Catalogue, Map<SeriesMaker, ByKey>>();

/** The series that a format could hold, by key: made once for a catalogue, which nobody changes, and so frozen. */
export function knownSeries(catalogue: Catalogue, format: SeriesMaker): ByKey {
  const own = known.get(catalogue) ?? new Map<SeriesMaker, ByKey>();
  known.set(catalogue, own);
  const made =
    own.get(format) ?? new Map(format.series(catalogue).map((one) => [one.key, deepFrozen(one)]));
  own.set(format, made);
  return made;
}
