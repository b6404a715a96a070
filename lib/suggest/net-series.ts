import type { Candidate } from "./candidate.ts";
import type { KnownSeries, NamedSeries } from "./named-series.ts";

/** What a table prints as gross purchases and gross sales, taken from each other: the net that words mean by "bought" and "sold". */
export interface NetSeries extends KnownSeries {
  readonly purchases: string;
  readonly sales: string;
}

/** The nets of the tables that print purchases and sales of U.S. securities apart. */
export function netSeries(byKey: ReadonlyMap<string, KnownSeries>): NetSeries[] {
  return [...byKey.values()].flatMap((one): NetSeries[] => {
    const { key, title } = one.series;
    const sales = key.replace(".purchases.", ".sales.");
    if (one.measure !== "purchases" || one.class.startsWith("foreign-") || !byKey.has(sales)) {
      return [];
    }
    const series = {
      ...one.series,
      key: `${key} - ${sales}`,
      title: title.replace(/^Gross purchases/u, "Net purchases"),
    };
    return [{ ...one, series, measure: "net", purchases: key, sales }];
  });
}

/** The values of nets as purchases less sales, and as sales less purchases where they are turned. */
export function expandNets(
  candidates: readonly Candidate[],
  nets: readonly (NamedSeries & NetSeries)[],
): Candidate[] {
  const byKey = new Map(nets.map((one) => [one.series.key, one]));
  return candidates.flatMap((one): Candidate[] => {
    const net = byKey.get(one.series.series.key);
    const parts = /^(?<turned>-?)(?<name>at|sum)\(.*, (?<months>[^,()]+)\)$/u.exec(
      one.expression,
    )?.groups;
    if (net === undefined || parts === undefined || one.form !== "level") return [];
    const { turned, name = "", months = "" } = parts;
    const [first, second] =
      turned === "-" ? [net.sales, net.purchases] : [net.purchases, net.sales];
    return [
      {
        ...one,
        expression: `${name}(${first}, ${months}) - ${name}(${second}, ${months})`,
        terms: one.terms.flatMap((term) => [
          { ...term, key: net.purchases },
          { ...term, key: net.sales, times: -term.times },
        ]),
      },
    ];
  });
}
