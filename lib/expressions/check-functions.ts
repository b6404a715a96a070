import type { Catalogue } from "./catalogue.ts";
import type { RangeShape } from "./check-periods.ts";
import { checkAlike } from "./check-series.ts";
import type { Report } from "./check-types.ts";
import { coreOf, printSeries } from "./series-node.ts";
import { describeShape, isAlike, shapeOf, type SeriesShape } from "./series-shape.ts";
import type {
  ChangeNode,
  ContributionNode,
  DistanceNode,
  RangeNode,
  RankNode,
  ShareNode,
  TextRange,
} from "./tree.ts";

/** How a check asks whether a range is one period of a series or several. */
export type CheckRange = (node: RangeNode, series: SeriesShape | undefined) => RangeShape | null;

/** What has no sum over time: a stock, and values that overlap, each a sum of twelve months. */
export function checkSummable(
  node: TextRange,
  series: SeriesShape | undefined,
  report: Report,
): null {
  if (!series) return null;
  const { key, kind, window } = series;
  if (kind === "stock") {
    return report(
      node,
      "stock-over-time",
      `\`${key}\` is a stock: a level at the end of each period, never added up over time`,
      `write at(${key}, PERIOD) for the level, or change(${key}, PERIOD) for what was added`,
    );
  }
  if (window === 1) return null;
  return report(
    node,
    "overlapping-values",
    `Each value of \`${key}\` is a sum of ${window} months: they overlap and are never added up`,
    `write at(${key}, PERIOD) for the ${window} months through PERIOD, or add up the series of single months`,
  );
}

/** From one period to another, or from one range to another where the series can be added up. */
export function checkStep(
  node: ChangeNode | ContributionNode,
  series: SeriesShape | undefined,
  range: CheckRange,
  report: Report,
): null {
  const shape = range(node.range, series);
  const earlier = node.earlier && range(node.earlier, series);
  if (shape === "span" || earlier === "span") checkSummable(node, series, report);
  if (!node.earlier || !shape || !earlier || shape === earlier) return null;
  const name = node.kind === "change" ? node.name : node.kind;
  return report(
    node.earlier,
    "frequency-mismatch",
    `\`${name}\` compares two periods, or two ranges of one length`,
  );
}

/** `share` and `contribution` are of like in like, `mean_distance` of like from like: of one kind, frequency and window. */
export function checkPart(
  node: ShareNode | ContributionNode | DistanceNode,
  { series }: Catalogue,
  report: Report,
): boolean {
  const sides = node.kind === "distance" ? [node.key, node.other] : [node.part, node.whole];
  const [part, whole] = sides.map((side) => shapeOf(side, series));
  if (!part || !whole || isAlike(part, whole)) return true;
  const described = [part, whole].map((each) => `\`${each.key}\` is ${describeShape(each)}`);
  const relation = node.kind === "distance" ? "from" : "in";
  const message = `A ${node.kind} is of like ${relation} like: ${described.join(", ")}`;
  report(node, "unlike-series", message);
  return false;
}

/** `rank`: among countries only a country has a rank; the peers that are named are like the series. */
export function checkRank(node: RankNode, catalogue: Catalogue, report: Report): void {
  const { series, peers } = catalogue;
  const own = shapeOf(node.key, series);
  if (node.peers) {
    checkAlike(node.peers, catalogue, report);
    const [core, peer] = [shapeOf(coreOf(node.key), series), shapeOf(node.peers, series)];
    if (!core || !peer || isAlike(core, peer)) return;
    const message = `Only like series are ranked: \`${core.key}\` is ${describeShape(core)}, \`${peer.key}\` is ${describeShape(peer)}`;
    report(node.peers, "unlike-series", message);
    return;
  }
  const core = coreOf(node.key);
  const countries = core.kind === "key" ? peers.get(core.key) : undefined;
  if (!own || countries?.some(({ key }) => key === printSeries(core))) return;
  const [like] = countries ?? [];
  const fix = like ? `rank a country, such as \`${like.key}\`` : "name its peers";
  report(
    core,
    "not-a-country",
    `\`${printSeries(core)}\` is not a country: only countries are ranked, or what is named with its peers`,
    fix,
  );
}
