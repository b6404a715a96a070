import type { Cell, VintageDate } from "#lib/series/observation";
import type { PeriodRange } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { Release, Vintage } from "#lib/series/vintage";
import { readHistory } from "#lib/store/history";
import { createReader } from "#lib/store/reader";
import { findSeries } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { refuse } from "./api-answer.ts";
import type { ApiContext } from "./endpoint.ts";
import { refuseParameters } from "./parameters.ts";
import type { ParameterError } from "./problem-details.ts";
import { rangeOf } from "./period-range.ts";

/** Which figures of a series are asked for. */
export interface FiguresQuery {
  readonly asOf?: VintageDate | undefined;
  readonly from?: PeriodRange["from"];
  readonly to?: PeriodRange["to"];
  readonly vintages?: "all" | undefined;
}

/** The figures of one series, with all that a citation needs. */
export interface Figures {
  readonly series: Series;
  readonly release: Release;
  /** The day as of which they are read: the one asked for, but never after the newest vintage, of which later days tell nothing. */
  readonly asOf: VintageDate;
  /** The newest vintage on that day. */
  readonly vintage: Vintage;
  /** Whether `cells` has every vintage up to that day, or only the last word on each period. */
  readonly everyVintage: boolean;
  readonly range: PeriodRange;
  /** By period, then by the vintage they are known from. */
  readonly cells: readonly Cell[];
  /** The vintages that the cells are known from, and the newest one, oldest first. */
  readonly sources: readonly Vintage[];
}

/** What is asked for in the words of the address, so that a refusal can name it. */
const parameterNames = ["asOf", "from", "to", "vintages"] as const;

/**
 * The figures of a key, or why there are none: an unknown key, a range that is none, a day before all vintages or one that
 * has not come.
 */
export async function readFigures(
  { store, today }: Pick<ApiContext, "store" | "today">,
  key: string,
  query: FiguresQuery,
): Promise<{ readonly ok: true; readonly figures: Figures } | ReturnType<typeof refuse>> {
  const series = isKey(key) ? await findSeries(store, key) : null;
  if (series === null) return refuseKey(store, key);
  const range = rangeOf(series.frequency, query);
  const held = (await listReleases(store)).find(({ release }) => release.slug === series.release);
  const newest = held?.vintages.at(-1)?.date;
  const future = query.asOf !== undefined && query.asOf > today ? [notYet(query.asOf, newest)] : [];
  if (!range.ok) return refuseParameters([...future, ...range.errors], parameterNames);
  if (future.length > 0) return refuseParameters(future, parameterNames);
  const asOf = [query.asOf, newest].filter((day) => day !== undefined).sort()[0];
  const vintage = held?.vintages.findLast(({ date }) => asOf !== undefined && date <= asOf);
  if (held === undefined || asOf === undefined || vintage === undefined) {
    const first = held?.vintages[0]?.date ?? "none";
    return refuse({
      kind: "nothing-known-yet",
      detail: `On ${query.asOf ?? "no day"} nothing is known of ${key}: the first vintage of ${series.release} held here is that of ${first}.`,
    });
  }
  const everyVintage = query.vintages === "all";
  const cells = everyVintage
    ? (await readHistory(store, key, range.value)).filter(({ knownFrom }) => knownFrom <= asOf)
    : ((await createReader(store).read([key], asOf, range.value)).get(key) ?? []);
  const knownFrom = new Set<string>(cells.map((cell) => cell.knownFrom)).add(vintage.date);
  const sources = held.vintages.filter(({ date }) => knownFrom.has(date));
  const { release } = held;
  const figures = { series, release, asOf, vintage, everyVintage, range: range.value };
  return { ok: true, figures: { ...figures, cells, sources } };
}

/** A day to come, most likely misspelt, is not answered as if it were known. */
function notYet(asOf: VintageDate, newest: VintageDate | undefined): ParameterError {
  const held = newest === undefined ? "" : `; the newest vintage held is that of ${newest}`;
  return { parameter: "asOf", message: `expected a day that has come, found "${asOf}"${held}` };
}

/** A key may be any text here, as long as no longer one makes the comparison with all others slow. */
async function refuseKey(store: Store, key: string): Promise<ReturnType<typeof refuse>> {
  const shown = key.length <= 100 ? key : `${key.slice(0, 99)}\u2026`;
  const nearest = await createReader(store).nearestKeys(key.slice(0, 100), 5);
  const hint = nearest[0] === undefined ? "" : ` Did you mean "${nearest[0]}"?`;
  const detail = `There is no series "${shown}".${hint}`;
  return refuse({ kind: "unknown-series", detail, nearest: [...nearest] });
}

function isKey(text: string): boolean {
  return text.length <= 200 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(text);
}
