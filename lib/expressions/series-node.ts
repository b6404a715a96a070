import type { TextRange } from "./tree.ts";

/** The key of one series. */
export interface KeyNode extends TextRange {
  readonly kind: "key";
  readonly key: string;
}

/** Series added up, period by period: `slt1.total.net.{japan,canada}`. */
export interface KeysNode extends TextRange {
  readonly kind: "keys";
  /** As written, without spaces. */
  readonly pattern: string;
  /** Each series it names, at least one, in the order of the pattern. */
  readonly keys: readonly KeyNode[];
}

export type PeriodicName = "quarterly" | "yearly";

/** A series by longer periods: flows added up over each whole one, stocks taken at its end. */
export interface PeriodicNode extends TextRange {
  readonly kind: "periodic";
  readonly name: PeriodicName;
  readonly of: SeriesNode;
}

/** `first_printed`: each month as the vintage that printed it first had it. */
export interface FirstPrintedNode extends TextRange {
  readonly kind: "firstPrinted";
  readonly of: KeyNode | KeysNode;
}

/** What may stand where the language wants a series. Only ever an argument. */
export type SeriesNode = KeyNode | KeysNode | PeriodicNode | FirstPrintedNode;

/** Whether a node is a series, and no value. */
export function isSeriesNode(node: { readonly kind: string }): node is SeriesNode {
  return (
    node.kind === "key" ||
    node.kind === "keys" ||
    node.kind === "periodic" ||
    node.kind === "firstPrinted"
  );
}

/** The key, or the series added up, inside `quarterly`, `yearly` and `first_printed`. */
export function coreOf(node: SeriesNode): KeyNode | KeysNode {
  return node.kind === "periodic" || node.kind === "firstPrinted" ? coreOf(node.of) : node;
}

/** Whether a series is made of first prints, and then of nothing else. */
export function isFirstPrinted(node: SeriesNode): boolean {
  return node.kind === "periodic" ? isFirstPrinted(node.of) : node.kind === "firstPrinted";
}

/** Each series that is read for a node. */
export function leavesOf(node: SeriesNode): readonly KeyNode[] {
  const core = coreOf(node);
  return core.kind === "key" ? [core] : core.keys;
}

/** The same series expression about another key: `yearly(A)` of B is `yearly(B)`. */
export function withCore(node: SeriesNode, core: KeyNode): SeriesNode {
  switch (node.kind) {
    case "periodic":
      return { ...node, of: withCore(node.of, core) };
    case "firstPrinted":
      return { ...node, of: core };
    case "key":
    case "keys":
      return core;
  }
}

/** The canonical text of a series. */
export function printSeries(node: SeriesNode): string {
  switch (node.kind) {
    case "key":
      return node.key;
    case "keys":
      return node.pattern;
    case "periodic":
      return `${node.name}(${printSeries(node.of)})`;
    case "firstPrinted":
      return `first_printed(${printSeries(node.of)})`;
  }
}
