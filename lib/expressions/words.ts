import { Decimal } from "#lib/series/decimal";
import { formatAmount, formatDay } from "#lib/series/format";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { loadCatalogue } from "./catalogue.ts";
import { describePeriod, describeRange, lastAndFirst } from "./period-words.ts";
import { precedence } from "./precedence.ts";
import { asLiteralPeriod } from "./static-type.ts";
import {
  literalPeriod,
  type AggregateName,
  type BinaryNode,
  type BinaryOperator,
  type ChangeNode,
  type Expression,
  type KeyNode,
  type RangeNode,
} from "./tree.ts";

/**
 * One plain English sentence, without its full stop, that says what a tree computes: "Net purchases of U.S. equities by
 * foreign residents: Japan, added up over the twelve months from January to December 2025". Titles are quoted where more
 * than one stands in the sentence. A key that does not exist stands for itself.
 */
export async function describeInWords(tree: Expression, reader: SeriesReader): Promise<string> {
  const { series } = await loadCatalogue(tree, reader);
  const sentence = describe(tree, series);
  const titled = /^“(?<title>[^”]*)”(?<rest>[^“]*)$/.exec(sentence)?.groups;
  const plain = titled === undefined ? sentence : `${titled["title"] ?? ""}${titled["rest"] ?? ""}`;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

type Known = ReadonlyMap<string, Series>;

function describe(node: Expression, known: Known): string {
  const frequencyOf = ({ key }: KeyNode): Series["frequency"] =>
    known.get(key)?.frequency ?? "monthly";
  const isStock = ({ key }: KeyNode): boolean => known.get(key)?.kind === "stock";
  const title = ({ key }: KeyNode): string => `“${known.get(key)?.title ?? key}”`;
  const period = (inner: Expression): string => {
    const literal = literalPeriod(inner);
    return literal === null ? describe(inner, known) : describePeriod(literal);
  };
  const range = (inner: RangeNode, key: KeyNode): string => {
    const ends = inner.to === null ? [inner.from] : [inner.from, inner.to];
    const [from, to = from] = ends.map(literalPeriod);
    if (from && to) return describeRange(from, to, frequencyOf(key));
    return ends.map(period).join(" to ");
  };
  const when = (key: KeyNode, at: string): string =>
    isStock(key) ? `at the end of ${at}` : `in ${at}`;

  switch (node.kind) {
    case "number":
      return formatAmount(
        new Decimal(node.digits).times(Decimal.pow(10, node.power)),
        node.dimension,
      );
    case "period":
      return describePeriod(node.period);
    case "none":
      return "no period on record";
    case "negate":
      return `minus ${describeOperand(node.operand, 9, known)}`;
    case "abs":
      return `the size of ${describeOperand(node.operand, 9, known)}, whatever its sign`;
    case "asOf":
      return `${describeOperand(node.operand, 4, known)}, as known on ${formatDay(node.date)}`;
    case "at":
      return `${title(node.key)}, ${when(node.key, period(node.period))}`;
    case "aggregate":
      return `${title(node.key)}, ${describeAggregate(node.name)} ${range(node.range, node.key)}`;
    case "change":
      return describeChange(node, title(node.key), frequencyOf(node.key), (inner) =>
        range(inner, node.key),
      );
    case "share":
      return `${title(node.part)} as a percentage of ${title(node.whole)}, ${when(node.part, range(node.range, node.part))}`;
    case "rank":
      return `${title(node.key)}, its rank among countries ${when(node.key, period(node.period))} (1 is the largest)`;
    case "record": {
      const extreme = node.name === "lowest_since" ? "low" : "high";
      return `${title(node.key)}, the last time before ${period(node.period)} when it was as ${extreme}`;
    }
    case "latest":
      return `${title(node.key)}, the newest period with a value`;
    case "binary":
      return describeBinary(node, known);
  }
}

function describeOperand(node: Expression, least: number, known: Known): string {
  const words = describe(node, known);
  return node.kind === "binary" && precedence[node.operator] < least ? `(${words})` : words;
}

function describeAggregate(name: AggregateName): string {
  const words = {
    sum: "added up over",
    mean: "averaged over",
    min: "the lowest value of",
    max: "the highest value of",
  } as const;
  return words[name];
}

function describeChange(
  node: ChangeNode,
  title: string,
  frequency: Series["frequency"],
  range: (node: RangeNode) => string,
): string {
  const measure = node.name === "change" ? "the change" : "the change in percent";
  if (node.earlier)
    return `${title}, ${measure} from ${range(node.earlier)} to ${range(node.range)}`;
  const ends = lastAndFirst(node.range, frequency);
  if (ends === null) return `${title}, ${measure} to ${range(node.range)} from as long before`;
  return `${title}, ${measure} from ${ends.before} to ${ends.after}`;
}

const operatorWords = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "divided by",
  "=": "equals",
  "!=": "differs from",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
  and: "and",
  or: "or",
} as const satisfies Record<BinaryOperator, string>;

const periodOperatorWords: Readonly<Partial<Record<BinaryOperator, string>>> = {
  "=": "is in",
  "!=": "is not in",
  "<": "is before",
  "<=": "is not later than",
  ">": "is after",
  ">=": "is not earlier than",
};

function describeBinary({ operator, left, right }: BinaryNode, known: Known): string {
  const level = precedence[operator];
  const periods = isPeriodNode(left) || isPeriodNode(right);
  const side = (node: Expression, least: number): string => {
    const literal = periods ? literalPeriod(node) : null;
    return literal === null ? describeOperand(node, least, known) : describePeriod(literal);
  };
  const none = left.kind === "none" || right.kind === "none";
  const words = none ? noneWords(operator) : periods ? periodOperatorWords[operator] : undefined;
  return `${side(left, level)}, ${words ?? operatorWords[operator]} ${side(right, level + 1)}`;
}

function noneWords(operator: BinaryOperator): string {
  return operator === "=" ? "is" : "is not";
}

function isPeriodNode(node: Expression): boolean {
  if (node.kind === "asOf") return isPeriodNode(node.operand);
  const period = node.kind === "record" || node.kind === "latest" || node.kind === "none";
  return period || (node.kind === "period" && asLiteralPeriod(node) !== null);
}
