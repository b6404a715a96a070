import { Decimal } from "#lib/series/decimal";
import { formatAmount, formatDay } from "#lib/series/format";
import type { Frequency } from "#lib/series/frequency";
import type { SeriesReader } from "#lib/series/reader";
import { describeBinary, describeOperand } from "./binary-words.ts";
import { loadCatalogue } from "./catalogue.ts";
import type { ConditionName } from "./functions.ts";
import {
  describeDefaultStep,
  describePeriod,
  describeRange,
  describeStep,
  literalSpan,
  periodNoun,
} from "./period-words.ts";
import { precedence } from "./precedence.ts";
import type { SeriesNode } from "./series-node.ts";
import { shapeOf, type SeriesShape } from "./series-shape.ts";
import {
  describeApart,
  describeKeys,
  describeSeries,
  joinWords,
  type Known,
} from "./series-words.ts";
import {
  literalPeriod,
  type ChangeNode,
  type ContributionNode,
  type Expression,
  type RangeNode,
  type ShareNode,
} from "./tree.ts";

/** How a part of a sentence asks for the words of a node within. */
export type Describe = (node: Expression) => string;

/**
 * One plain English sentence, without its full stop, that says what a tree computes: "Net purchases of U.S. equities by
 * foreign residents: Japan, added up over the twelve months from January to December 2025". Titles are quoted unless the
 * only one begins the sentence. A key that does not exist stands for itself.
 */
export async function describeInWords(tree: Expression, reader: SeriesReader): Promise<string> {
  const { series } = await loadCatalogue(tree, reader);
  const sentence = describe(tree, {
    shapeOf: (node) => shapeOf(node, series),
    titleOf: (key) => series.get(key)?.title ?? key,
  });
  const only = /^“(?<title>[^“”]*)”(?<rest>(?:, [^“”]*)?)$/.exec(sentence)?.groups;
  if (only) return `${only["title"] ?? ""}${only["rest"] ?? ""}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function describe(node: Expression, known: Known): string {
  const within: Describe = (inner) => describe(inner, known);
  const title = (key: SeriesNode): string => describeSeries(key, known);
  const when = (key: SeriesNode, period: Expression): string =>
    `${preposition(known.shapeOf(key))} ${describeWhen(period, within)}`;
  const noun = (key: SeriesNode): string => periodNoun[frequencyOf(known.shapeOf(key))];

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
    case "binary":
      return describeBinary(node, within);
    case "negate":
      return `minus ${describeOperand(node.operand, Infinity, within)}`;
    case "abs":
      return `the size of ${describeOperand(node.operand, Infinity, within)}, whatever its sign`;
    case "asOf":
      return `${describeOperand(node.operand, precedence["+"], within)}, as known on ${formatDay(node.date)}`;
    case "at":
      return `${title(node.key)}, ${when(node.key, node.period)}`;
    case "aggregate": {
      const range = describeRangeNode(node.range, frequencyOf(known.shapeOf(node.key)), within);
      return `${title(node.key)}, ${aggregateWords[node.name]} ${range}`;
    }
    case "change": {
      const change = node.name === "change" ? "the change" : "the change in percent";
      const frequency = frequencyOf(known.shapeOf(node.key));
      return `${title(node.key)}, ${change} ${describeStepOf(node, frequency, within)}`;
    }
    case "growth":
      return `${title(node.key)}, the compound growth ${describePair(node.earlier, node.period, within)}, in percent a year`;
    case "distance": {
      const range = describeRangeNode(node.range, frequencyOf(known.shapeOf(node.key)), within);
      return `${describeApart(node, known)}, averaged over ${range}`;
    }
    case "share":
      return `${title(node.part)} as a percentage of ${title(node.whole)}, ${describeShare(node, known, within)}`;
    case "contribution": {
      const step = describeStepOf(node, frequencyOf(known.shapeOf(node.part)), within);
      return `${title(node.part)}, the change ${step}, as a percentage of what ${title(node.whole)} was before: its contribution to the growth of the whole`;
    }
    case "rank": {
      const beside = node.peers
        ? `beside ${joinWords(describeKeys(node.peers, known))}`
        : "among countries";
      const one = node.from === "highest" ? "largest" : "smallest";
      return `${title(node.key)}, its rank ${beside} ${when(node.key, node.period)} (1 is the ${one})`;
    }
    case "recordRank":
      return `${title(node.key)}, its place among all ${noun(node.key)}s on record up to ${describeWhen(node.period, within)} (1 is the ${node.from})`;
    case "record": {
      const extreme = node.name === "lowest_since" ? "low" : "high";
      return `${title(node.key)}, the last ${noun(node.key)} before ${describeWhen(node.period, within)} when it was as ${extreme}`;
    }
    case "run":
      return `${title(node.key)}, the number of ${noun(node.key)}s in a row, the last of them ${describeWhen(node.period, within)}, in which it ${conditionWords[node.condition]}`;
    case "count": {
      const range = describeRangeNode(node.range, frequencyOf(known.shapeOf(node.key)), within);
      return `${title(node.key)}, the number of ${noun(node.key)}s in which it ${conditionWords[node.condition]}, out of ${range}`;
    }
    case "latest":
      return `${title(node.key)}, the newest ${noun(node.key)} with a value`;
    case "first":
      return `${title(node.key)}, the oldest ${noun(node.key)} with a value`;
  }
}

const aggregateWords = {
  sum: "added up over",
  mean: "averaged over",
  min: "the lowest value of",
  max: "the highest value of",
} as const;

const conditionWords = {
  rising: "rose",
  falling: "fell",
  positive: "was above zero",
  negative: "was below zero",
} as const satisfies Record<ConditionName, string>;

/** A level stands at the end of a period, a flow in it, and a sum of twelve months reaches through it. */
function preposition(series: SeriesShape | undefined): string {
  if (series?.kind === "stock") return "at the end of";
  return series?.window === 12 ? "through" : "in";
}

function frequencyOf(series: SeriesShape | undefined): Frequency {
  return series?.frequency ?? "monthly";
}

function describeWhen(node: Expression, within: Describe): string {
  const literal = literalPeriod(node);
  return literal === null ? `(${within(node)})` : describePeriod(literal);
}

function describeRangeNode(node: RangeNode, frequency: Frequency, within: Describe): string {
  const span = literalSpan(node, frequency);
  if (span !== null) return describeRange(span);
  const from = describeWhen(node.from, within);
  return node.to === null ? from : `${from} to ${describeWhen(node.to, within)}`;
}

/** "from 2024 to 2025", "to (…) from just before" */
function describeStepOf(
  { range, earlier }: ChangeNode | ContributionNode,
  frequency: Frequency,
  within: Describe,
): string {
  if (earlier === null) {
    const step = describeDefaultStep(range, frequency);
    return step === null
      ? `to ${describeRangeNode(range, frequency, within)} from just before`
      : `from ${step}`;
  }
  if (earlier.to === null && range.to === null)
    return describePair(earlier.from, range.from, within);
  const [start, end] = [earlier, range].map((each) => describeRangeNode(each, frequency, within));
  return `from ${start ?? ""} to ${end ?? ""}`;
}

function describePair(earlier: Expression, later: Expression, within: Describe): string {
  const [before, after] = [literalPeriod(earlier), literalPeriod(later)];
  if (before && after) return `from ${describeStep(before, after)}`;
  return `from ${describeWhen(earlier, within)} to ${describeWhen(later, within)}`;
}

function describeShare({ part, range }: ShareNode, known: Known, within: Describe): string {
  const series = known.shapeOf(part);
  const words = describeRangeNode(range, frequencyOf(series), within);
  const span = literalSpan(range, frequencyOf(series));
  if (range.to !== null || (span && span.from !== span.to)) return `both added up over ${words}`;
  return `${preposition(series)} ${words}`;
}
