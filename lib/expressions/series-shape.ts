import type { Frequency } from "#lib/series/frequency";
import type { Series } from "#lib/series/series";
import { isFiner } from "./range.ts";
import { printSeries, type PeriodicName, type SeriesNode } from "./series-node.ts";

/** What the language must know of a series, or of several that stand for one; `key` is as it is written. */
export type SeriesShape = Pick<Series, "key" | "kind" | "unit" | "frequency" | "window">;

/** What the parts of a sum must have in common. */
export const commonTraits = ["kind", "unit", "frequency", "window"] as const;

export const periodicFrequency = {
  quarterly: "quarterly",
  yearly: "annual",
} as const satisfies Record<PeriodicName, Frequency>;

/** The shape of a series; undefined where a key does not exist, or there is no such series. */
export function shapeOf(
  node: SeriesNode,
  series: ReadonlyMap<string, Series>,
): SeriesShape | undefined {
  switch (node.kind) {
    case "key":
      return series.get(node.key);
    case "keys": {
      const [first, ...others] = node.keys.map(({ key }) => series.get(key));
      if (!first || others.some((other) => !other || !isAlike(first, other))) return undefined;
      return { ...first, key: printSeries(node) };
    }
    case "firstPrinted": {
      const inner = shapeOf(node.of, series);
      return inner?.frequency === "monthly" ? { ...inner, key: printSeries(node) } : undefined;
    }
    case "periodic": {
      const inner = shapeOf(node.of, series);
      const frequency = periodicFrequency[node.name];
      if (!inner || inner.window > 1 || isFiner(frequency, inner.frequency)) return undefined;
      return { ...inner, key: printSeries(node), frequency };
    }
  }
}

/** Whether two series can be added up, period by period. */
export function isAlike(one: SeriesShape, other: SeriesShape): boolean {
  return commonTraits.every((trait) => one[trait] === other[trait]);
}

/** "a monthly stock", "an annual flow", "a monthly flow over 12 months" */
export function describeShape({ kind, frequency, window }: SeriesShape): string {
  const article = frequency === "annual" ? "an" : "a";
  return `${article} ${frequency} ${kind}${window === 1 ? "" : ` over ${window} months`}`;
}
