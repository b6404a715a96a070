import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import type { RangeShape } from "./check-periods.ts";
import type { Report } from "./check-types.ts";
import type { ChangeNode, KeyNode, RangeNode, ShareNode, TextRange } from "./tree.ts";

/** How a check asks whether a range is one period of a series or several. */
export type CheckRange = (node: RangeNode, series: Series | undefined) => RangeShape | null;

/** What has no sum over time: a stock, and values that overlap, each a sum of twelve months. */
export function checkSummable(
  node: TextRange,
  { key }: KeyNode,
  series: Series | undefined,
  report: Report,
): null {
  if (series?.kind === "stock") {
    return report(
      node,
      "stock-over-time",
      `\`${key}\` is a stock: a level at the end of each period, never added up over time`,
      `write at(${key}, PERIOD) for the level, or change(${key}, PERIOD) for what was added`,
    );
  }
  if (!series || series.window === 1) return null;
  return report(
    node,
    "overlapping-values",
    `Each value of \`${key}\` is a sum of ${series.window} months: they overlap and are never added up`,
    `write at(${key}, PERIOD) for the ${series.window} months through PERIOD, or add up the series of single months`,
  );
}

/** `change` and `pct_change`: all series change between two periods, what can be added up also between two ranges. */
export function checkChange(
  node: ChangeNode,
  series: Series | undefined,
  range: CheckRange,
  report: Report,
): null {
  const shape = range(node.range, series);
  const earlier = node.earlier && range(node.earlier, series);
  if (shape === "span" || earlier === "span") checkSummable(node, node.key, series, report);
  if (!node.earlier || !shape || !earlier || shape === earlier) return null;
  return report(
    node.earlier,
    "frequency-mismatch",
    `\`${node.name}\` compares two periods, or two ranges of one length`,
  );
}

/** `share`: of series of one kind, frequency and window (all are in dollars). */
export function checkShare(
  node: ShareNode,
  part: Series | undefined,
  whole: Series | undefined,
  range: CheckRange,
  report: Report,
): null {
  const shape = range(node.range, part ?? whole);
  if (!part || !whole) return null;
  const alike = ["kind", "frequency", "window"] as const;
  if (alike.some((trait) => part[trait] !== whole[trait])) {
    const describe = ({ key, kind, frequency, window }: Series): string =>
      `\`${key}\` is ${frequency === "annual" ? "an" : "a"} ${frequency} ${kind}${window === 1 ? "" : ` over ${window} months`}`;
    return report(
      node,
      "unlike-series",
      `A share is of like in like: ${describe(part)}, ${describe(whole)}`,
    );
  }
  return shape === "span" ? checkSummable(node, node.part, part, report) : null;
}

/** `rank`: only a country has a rank. */
export function checkCountry(node: KeyNode, catalogue: Catalogue, report: Report): null {
  const peers = catalogue.peers.get(node.key);
  if (!catalogue.series.has(node.key) || peers?.some(({ key }) => key === node.key)) return null;
  const [like] = peers ?? [];
  const fix = like && `rank a country, such as \`${like.key}\``;
  return report(
    node,
    "not-a-country",
    `\`${node.key}\` is not a country: only countries are ranked`,
    fix,
  );
}
