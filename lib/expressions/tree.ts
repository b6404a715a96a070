import type { Multiplier } from "#lib/series/unit";
import type { VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { Dimension } from "#lib/series/format";
import type { ConditionName } from "./functions.ts";
import { leavesOf, type KeyNode, type KeysNode, type SeriesNode } from "./series-node.ts";

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

/** `2025`, `2025-Q4`, or `FROM..TO`, both included: only ever an argument. `to` is null when a period stands alone. */
export interface RangeNode extends TextRange {
  readonly kind: "range";
  readonly from: Expression;
  readonly to: Expression | null;
}

export interface AtNode extends TextRange {
  readonly kind: "at";
  readonly key: SeriesNode;
  readonly period: Expression;
}

export type AggregateName = "sum" | "mean" | "min" | "max";

export interface AggregateNode extends TextRange {
  readonly kind: "aggregate";
  readonly name: AggregateName;
  readonly key: SeriesNode;
  readonly range: RangeNode;
}

export interface ChangeNode extends TextRange {
  readonly kind: "change";
  readonly name: "change" | "pct_change";
  readonly key: SeriesNode;
  readonly range: RangeNode;
  /** null: what lies just before `range` and is as long. */
  readonly earlier: RangeNode | null;
}

/** `mean_distance`: how far two series lie apart, whichever is above, on the average of a range. */
export interface DistanceNode extends TextRange {
  readonly kind: "distance";
  readonly key: SeriesNode;
  readonly other: SeriesNode;
  readonly range: RangeNode;
}

export interface ShareNode extends TextRange {
  readonly kind: "share";
  readonly part: SeriesNode;
  readonly whole: SeriesNode;
  readonly range: RangeNode;
}

/** The change of a part in percent of the earlier whole: its percentage points of the growth of the whole. */
export interface ContributionNode extends TextRange {
  readonly kind: "contribution";
  readonly part: SeriesNode;
  readonly whole: SeriesNode;
  readonly range: RangeNode;
  /** As for ChangeNode. */
  readonly earlier: RangeNode | null;
}

/** `compound_growth`: in percent a year. */
export interface GrowthNode extends TextRange {
  readonly kind: "growth";
  readonly key: SeriesNode;
  readonly period: Expression;
  readonly earlier: Expression;
}

/** From which end places are counted: from `highest`, 1 is the highest value. */
export type RankEnd = "highest" | "lowest";

export interface RankNode extends TextRange {
  readonly kind: "rank";
  readonly key: SeriesNode;
  readonly period: Expression;
  /** What it is compared with; null: the other countries. */
  readonly peers: KeysNode | null;
  readonly from: RankEnd;
}

/** `record_rank`: the place among all periods of the record up to one. */
export interface RecordRankNode extends TextRange {
  readonly kind: "recordRank";
  readonly key: SeriesNode;
  readonly period: Expression;
  readonly from: RankEnd;
}

/** How many periods in a row, up to and with one, meet a condition. */
export interface RunNode extends TextRange {
  readonly kind: "run";
  readonly condition: ConditionName;
  readonly key: SeriesNode;
  readonly period: Expression;
}

/** How many periods of a range meet a condition. */
export interface CountNode extends TextRange {
  readonly kind: "count";
  readonly condition: ConditionName;
  readonly key: SeriesNode;
  readonly range: RangeNode;
}

export interface RecordNode extends TextRange {
  readonly kind: "record";
  readonly name: "lowest_since" | "highest_since";
  readonly key: SeriesNode;
  readonly period: Expression;
}

/** The newest and the oldest period with a value. */
export interface OutermostNode extends TextRange {
  readonly kind: "latest" | "first";
  readonly key: SeriesNode;
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
  | DistanceNode
  | ShareNode
  | ContributionNode
  | GrowthNode
  | RankNode
  | RecordNode
  | RecordRankNode
  | RunNode
  | CountNode
  | OutermostNode
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

/** What a node is made of, in the order of the text. */
export interface Parts {
  /** The series it names. */
  readonly series: readonly SeriesNode[];
  /** The keys of those series, each that is read. */
  readonly keys: readonly KeyNode[];
  /** The expressions within it. */
  readonly within: readonly Expression[];
}

export function partsOf(node: Expression): Parts {
  switch (node.kind) {
    case "number":
    case "period":
    case "none":
      return parts([], []);
    case "binary":
      return parts([], [node.left, node.right]);
    case "negate":
    case "abs":
    case "asOf":
      return parts([], [node.operand]);
    case "latest":
    case "first":
      return parts([node.key], []);
    case "at":
    case "record":
    case "recordRank":
    case "run":
      return parts([node.key], [node.period]);
    case "rank":
      return parts(node.peers ? [node.key, node.peers] : [node.key], [node.period]);
    case "growth":
      return parts([node.key], [node.period, node.earlier]);
    case "aggregate":
    case "count":
      return parts([node.key], endsOf(node.range));
    case "change":
      return parts([node.key], [...endsOf(node.range), ...endsOf(node.earlier)]);
    case "distance":
      return parts([node.key, node.other], endsOf(node.range));
    case "share":
      return parts([node.part, node.whole], endsOf(node.range));
    case "contribution":
      return parts([node.part, node.whole], [...endsOf(node.range), ...endsOf(node.earlier)]);
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

function parts(series: readonly SeriesNode[], within: readonly Expression[]): Parts {
  return { series, keys: series.flatMap(leavesOf), within };
}

function endsOf(range: RangeNode | null): Expression[] {
  if (range === null) return [];
  return range.to === null ? [range.from] : [range.from, range.to];
}
