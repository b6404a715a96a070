import { unturned } from "#lib/expressions/bare";
import { coreOf, isFirstPrinted, printSeries, type SeriesNode } from "#lib/expressions/series-node";
import { literalPeriod, nodesOf, partsOf, type Expression } from "#lib/expressions/tree";

/** Whether two expressions ask the same question of two times, the first of the later period or vintage. */
export function asksLater(left: Expression, right: Expression): boolean {
  return questionOf(left) === questionOf(right) && timeOf(left) > timeOf(right);
}

/** Whether two expressions ask the same question, whenever; which of the two has a minus does not matter. */
export function asksSame(left: Expression, right: Expression): boolean {
  return questionOf(unturned(left)) === questionOf(unturned(right));
}

/** Whether two expressions ask the same of two series or times: sums are not held against means, nor purchases against sales. */
export function askAlike(left: Expression, right: Expression): boolean {
  return questionOf(left, () => "series") === questionOf(right, () => "series");
}

/** What an expression asks, without when. */
function questionOf(node: Expression, nameOf = printUnprinted): string {
  if (literalPeriod(node) !== null) return "time";
  if (node.kind === "asOf") return questionOf(node.operand, nameOf);
  const { series, within } = partsOf(node);
  const parts = [...series.map(nameOf), ...within.map((each) => questionOf(each, nameOf))];
  return [
    node.kind,
    "name" in node ? node.name : "",
    "operator" in node ? node.operator : "",
    "digits" in node ? `${node.digits} ${node.power} ${node.dimension}` : "",
    "condition" in node ? node.condition : "",
    `(${parts.join(", ")})`,
  ].join(" ");
}

/** A series without whether its first prints are meant, which is a matter of when. */
function printUnprinted(node: SeriesNode): string {
  if (node.kind === "periodic") return `${node.name}(${printUnprinted(node.of)})`;
  return printSeries(coreOf(node));
}

/** When it asks, as text that sorts by time: the vintage, the newest when none is named, then the periods. */
function timeOf(tree: Expression): string {
  const nodes = [...nodesOf(tree)];
  const isFirst = nodes.some((node) => partsOf(node).series.some(isFirstPrinted));
  const vintages = nodes.flatMap((node) => (node.kind === "asOf" ? [node.date] : []));
  // No vintage has a period before the one that printed it first.
  const vintage = isFirst ? "" : (vintages[0] ?? "newest");
  return [vintage, ...nodes.flatMap((node) => literalPeriod(node) ?? [])].join(" ");
}
