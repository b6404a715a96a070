import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import type { RangeShape } from "./check-periods.ts";
import type { Report } from "./check-types.ts";
import type { ChangeNode, KeyNode, RangeNode, ShareNode, TextRange } from "./tree.ts";

/** How a check asks whether a range is one period of a series or several. */
export type CheckRange = (node: RangeNode, series: Series | undefined) => RangeShape | null;

/** A stock has no sum over time. */
export function reportStock(node: TextRange, { key }: KeyNode, report: Report): null {
  return report(
    node,
    "stock-over-time",
    `\`${key}\` is a stock: a level at the end of each period, never added up over time`,
    `write at(${key}, PERIOD) for the level, or change(${key}, PERIOD) for what was added`,
  );
}

/** `change` and `pct_change`: a stock changes between two periods, a flow also between two ranges. */
export function checkChange(
  node: ChangeNode,
  series: Series | undefined,
  range: CheckRange,
  report: Report,
): null {
  const shape = range(node.range, series);
  const earlier = node.earlier && range(node.earlier, series);
  if (series?.kind === "stock" && (shape === "span" || earlier === "span"))
    return reportStock(node, node.key, report);
  if (!node.earlier || !shape || !earlier || shape === earlier) return null;
  return report(
    node.earlier,
    "frequency-mismatch",
    `\`${node.name}\` compares two periods, or two ranges of one length`,
  );
}

/** `share`: of series of one kind and frequency (all are in dollars). */
export function checkShare(
  node: ShareNode,
  part: Series | undefined,
  whole: Series | undefined,
  range: CheckRange,
  report: Report,
): null {
  const shape = range(node.range, part ?? whole);
  if (!part || !whole) return null;
  if (part.kind !== whole.kind || part.frequency !== whole.frequency) {
    const describe = ({ key, kind, frequency }: Series): string =>
      `\`${key}\` is a ${frequency} ${kind}`;
    return report(
      node,
      "unlike-series",
      `A share is of like in like: ${describe(part)}, ${describe(whole)}`,
    );
  }
  return part.kind === "stock" && shape === "span" ? reportStock(node, node.part, report) : null;
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
