import type { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { RankingDefinition } from "./definition.ts";
import { printFigures, unitName, valuesByPeriod } from "./figures.ts";
import { globePlaces } from "./globe-places.ts";
import { refuse, type Plotted, type Selection } from "./selection.ts";

/**
 * The largest of a series' peers (countries only) at one period; `to` of the selection names another period. On a map, with
 * the place of each: its shades are of amounts held, so it shows stocks.
 */
export async function plotRanking(
  definition: RankingDefinition,
  reader: SeriesReader,
  described: Series,
  { to, asOf }: Selection,
): Promise<Plotted> {
  if (definition.form === "tile-map" && described.kind !== "stock") {
    const message = `${described.key} is a ${described.kind}: a map shows what is held, and a ${described.kind} may be below zero`;
    return refuse(definition, "no-stock", message);
  }
  const period = to ?? definition.period;
  const peers = await reader.peers(described.key);
  const cells = await reader.read(
    peers.map(({ key }) => key),
    asOf,
    { from: period, to: period },
  );
  const ranked = peers
    .flatMap((series) => {
      const value = valuesByPeriod(cells.get(series.key) ?? [], series, definition.unit).get(
        period,
      );
      return value === undefined
        ? []
        : [{ key: series.key, area: series.area, label: areaName(series), value }];
    })
    .sort(byValueThenKey)
    .slice(0, definition.top);
  if (ranked.length === 0) {
    const message = `${definition.id} has no figures for ${formatPeriod(period)} as of ${asOf}`;
    return refuse(definition, "no-figures", message);
  }
  const places = ranked.flatMap(({ area }) => globePlaces.get(area) ?? []);
  if (definition.form === "tile-map" && places.length < ranked.length) {
    const lost = ranked.filter(({ area }) => !globePlaces.has(area)).map(({ area }) => area);
    const message = `${definition.id} has no place on the map for ${lost.join(", ")}`;
    return refuse(definition, "no-place", message);
  }
  const emphasised = new Set(definition.emphasis);
  return {
    ok: true,
    chart: {
      id: definition.id,
      form: definition.form,
      asOf,
      transformation: "level",
      unit: unitName(definition.unit),
      positions: ranked.map(({ label }) => label),
      names: ranked.map(({ label }) => label),
      series: [
        {
          label: formatPeriod(period),
          emphasis: false,
          ...printFigures(ranked.map(({ value }) => value)),
          keys: ranked.map(({ key }) => key),
          period,
        },
      ],
      highlighted: ranked.filter(({ key }) => emphasised.has(key)).map(({ label }) => label),
      breaks: [],
      notes: [],
      ...(definition.form === "tile-map" ? { places } : {}),
    },
  };
}

/** Titles end with the name of the area: "Holdings of U.S. Treasury securities by foreign residents: Japan". */
function areaName({ title, area }: Series): string {
  const [, name] = /: ([^:]+)$/.exec(title) ?? [];
  return name ?? area;
}

/** Largest first; equal values by key, so that the order does not depend on the store. */
function byValueThenKey(
  left: { key: string; value: Decimal },
  right: { key: string; value: Decimal },
): number {
  const difference = right.value.comparedTo(left.value);
  if (difference !== 0) return difference;
  return left.key < right.key ? -1 : 1;
}
