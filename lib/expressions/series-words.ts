import { periodNoun } from "./period-words.ts";
import { isFirstPrinted, printSeries, type KeysNode, type SeriesNode } from "./series-node.ts";
import { periodicFrequency, type SeriesShape } from "./series-shape.ts";
import type { DistanceNode } from "./tree.ts";

/** More titles than this would drown the sentence they stand in. */
const mostTitles = 6;

/** What is known of the series that a sentence speaks of. */
export interface Known {
  readonly shapeOf: (node: SeriesNode) => SeriesShape | undefined;
  /** The title of a key; a key that does not exist stands for itself. */
  readonly titleOf: (key: string) => string;
}

/** "“Holdings: Japan”", "“Net purchases: Japan” and “Net purchases: Canada” together", "“Net purchases: Japan” by year" */
export function describeSeries(node: SeriesNode, known: Known): string {
  switch (node.kind) {
    case "key":
      return quoteTitle(node.key, known);
    case "keys":
      return `${joinWords(describeKeys(node, known))}${node.keys.length > 1 ? " together" : ""}`;
    case "periodic": {
      const noun = periodNoun[periodicFrequency[node.name]];
      const how =
        known.shapeOf(node)?.kind === "stock" ? `at the end of each ${noun}` : `by ${noun}`;
      return `${describeSeries(node.of, known)} ${how}`;
    }
    case "firstPrinted":
      return `${describeSeries(node.of, known)} as first printed`;
  }
}

/** "“A” and “B”, how far they lie apart"; of one series and its first prints, by name once. */
export function describeApart(
  { key, other }: Pick<DistanceNode, "key" | "other">,
  known: Known,
): string {
  const [plain, first] = isFirstPrinted(key) ? [other, key] : [key, other];
  return first.kind === "firstPrinted" && printSeries(plain) === printSeries(first.of)
    ? `${describeSeries(plain, known)}, how far it lies from its first print`
    : `${describeSeries(key, known)} and ${describeSeries(other, known)}, how far they lie apart`;
}

/** The titles of series named together; many are told by their number and their pattern. */
export function describeKeys({ keys, pattern }: KeysNode, known: Known): string[] {
  if (keys.length > mostTitles) return [`${keys.length} series (${pattern})`];
  return keys.map(({ key }) => quoteTitle(key, known));
}

/** "a", "a and b", "a, b and c" */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}

function quoteTitle(key: string, known: Known): string {
  return `\u201c${known.titleOf(key)}\u201d`;
}
