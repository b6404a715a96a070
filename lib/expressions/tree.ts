import type { Multiplier } from "#lib/series/unit";
import type { VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { Dimension } from "#lib/series/format";

/** Where a node stands in the text: UTF-16 offsets from 0, `end` not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A figure as written: `12`, `1.5`, `5%`, `$1.2 trillion`. A bare `2008` is a year where a period is expected. */
export interface NumberNode extends TextRange {
  readonly kind: "number";
  readonly digits: string;
  readonly dimension: Dimension;
  /** Power of ten of the word behind a dollar amount; 0 for all else. */
  readonly power: Multiplier;
}

/** A month or a quarter; a year is a NumberNode. */
export interface PeriodNode extends TextRange {
  readonly kind: "period";
  readonly period: Period;
}

/** `none`: what `lowest_since` gives for a value that is the lowest on record. */
export interface NoneNode extends TextRange {
  readonly kind: "none";
}

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type LogicalOperator = "and" | "or";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

export interface BinaryNode extends TextRange {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface NegateNode extends TextRange {
  readonly kind: "negate";
  readonly operand: Expression;
}

/** A series key: only ever an argument. */
export interface KeyNode extends TextRange {
  readonly kind: "key";
  readonly key: string;
}

/** `2025`, `2025-Q4`, or `FROM..TO`, both included: only ever an argument. `to` is null when a period stands alone. */
export interface RangeNode extends TextRange {
  readonly kind: "range";
  readonly from: Expression;
  readonly to: Expression | null;
}

export interface AtNode extends TextRange {
  readonly kind: "at";
  readonly key: KeyNode;
  readonly period: Expression;
}

export type AggregateName = "sum" | "mean" | "min" | "max";

export interface AggregateNode extends TextRange {
  readonly kind: "aggregate";
  readonly name: AggregateName;
  readonly key: KeyNode;
  readonly range: RangeNode;
}

export interface ChangeNode extends TextRange {
  readonly kind: "change";
  readonly name: "change" | "pct_change";
  readonly key: KeyNode;
  readonly range: RangeNode;
  /** null: what lies just before `range` and is as long. */
  readonly earlier: RangeNode | null;
}

export interface ShareNode extends TextRange {
  readonly kind: "share";
  readonly part: KeyNode;
  readonly whole: KeyNode;
  readonly range: RangeNode;
}

export interface RankNode extends TextRange {
  readonly kind: "rank";
  readonly key: KeyNode;
  readonly period: Expression;
}

export interface RecordNode extends TextRange {
  readonly kind: "record";
  readonly name: "lowest_since" | "highest_since";
  readonly key: KeyNode;
  readonly period: Expression;
}

export interface LatestNode extends TextRange {
  readonly kind: "latest";
  readonly key: KeyNode;
}

export interface AbsNode extends TextRange {
  readonly kind: "abs";
  readonly operand: Expression;
}

export interface AsOfNode extends TextRange {
  readonly kind: "asOf";
  readonly operand: Expression;
  readonly date: VintageDate;
}

/** An expression as a tree. Every node knows its place in the text. */
export type Expression =
  | NumberNode
  | PeriodNode
  | NoneNode
  | BinaryNode
  | NegateNode
  | AtNode
  | AggregateNode
  | ChangeNode
  | ShareNode
  | RankNode
  | RecordNode
  | LatestNode
  | AbsNode
  | AsOfNode;

/** The period a literal stands for where one is expected (a bare `2008` is a year), or null. */
export function literalPeriod(node: Expression): Period | null {
  if (node.kind === "period") return node.period;
  if (node.kind === "number" && node.dimension === "number" && isPeriod(node.digits)) {
    return node.digits;
  }
  return null;
}

/** The parts of a node: keys it names, and expressions within it, in the order of the text. */
export function partsOf(node: Expression): {
  keys: readonly KeyNode[];
  within: readonly Expression[];
} {
  switch (node.kind) {
    case "number":
    case "period":
    case "none":
      return { keys: [], within: [] };
    case "binary":
      return { keys: [], within: [node.left, node.right] };
    case "negate":
    case "abs":
    case "asOf":
      return { keys: [], within: [node.operand] };
    case "latest":
      return { keys: [node.key], within: [] };
    case "at":
    case "rank":
    case "record":
      return { keys: [node.key], within: [node.period] };
    case "aggregate":
      return { keys: [node.key], within: endsOf(node.range) };
    case "change":
      return {
        keys: [node.key],
        within: [...endsOf(node.range), ...(node.earlier ? endsOf(node.earlier) : [])],
      };
    case "share":
      return { keys: [node.part, node.whole], within: endsOf(node.range) };
  }
}

/** A tree's nodes, each before those within it. */
export function* nodesOf(tree: Expression): Generator<Expression> {
  const open = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    open.push(...partsOf(node).within.toReversed());
  }
}

function endsOf({ from, to }: RangeNode): Expression[] {
  return to === null ? [from] : [from, to];
}
