import { Decimal } from "#lib/series/decimal";
import { formatAmount, formatDay } from "#lib/series/format";
import type { Frequency } from "#lib/series/frequency";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { describeBinary, describeOperand } from "./binary-words.ts";
import { loadCatalogue } from "./catalogue.ts";
import {
  describeDefaultStep,
  describePeriod,
  describeRange,
  describeStep,
  literalSpan,
  periodNoun,
} from "./period-words.ts";
import { precedence } from "./precedence.ts";
import {
  literalPeriod,
  type ChangeNode,
  type Expression,
  type KeyNode,
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
  const sentence = describe(tree, (node) => series.get(node.key));
  const only = /^“(?<title>[^“”]*)”(?<rest>[^“”]*)$/.exec(sentence)?.groups;
  if (only) return `${only["title"] ?? ""}${only["rest"] ?? ""}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

type Known = (key: KeyNode) => Series | undefined;

function describe(node: Expression, known: Known): string {
  const within: Describe = (inner) => describe(inner, known);
  const title = (key: KeyNode): string => `“${known(key)?.title ?? key.key}”`;
  const when = (key: KeyNode, period: Expression): string =>
    `${preposition(known(key))} ${describeWhen(period, within)}`;

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
      const range = describeRangeNode(node.range, frequencyOf(known(node.key)), within);
      return `${title(node.key)}, ${aggregateWords[node.name]} ${range}`;
    }
    case "change":
      return `${title(node.key)}, ${describeChange(node, frequencyOf(known(node.key)), within)}`;
    case "share":
      return `${title(node.part)} as a percentage of ${title(node.whole)}, ${describeShare(node, known, within)}`;
    case "rank":
      return `${title(node.key)}, its rank among countries ${when(node.key, node.period)} (1 is the largest)`;
    case "record": {
      const noun = periodNoun[frequencyOf(known(node.key))];
      const extreme = node.name === "lowest_since" ? "low" : "high";
      return `${title(node.key)}, the last ${noun} before ${describeWhen(node.period, within)} when it was as ${extreme}`;
    }
    case "latest":
      return `${title(node.key)}, the newest ${periodNoun[frequencyOf(known(node.key))]} with a value`;
  }
}

const aggregateWords = {
  sum: "added up over",
  mean: "averaged over",
  min: "the lowest value of",
  max: "the highest value of",
} as const;

/** A level stands at the end of a period, a flow in it, and a sum of twelve months reaches through it. */
function preposition(series: Series | undefined): string {
  if (series?.kind === "stock") return "at the end of";
  return series?.window === 12 ? "through" : "in";
}

function frequencyOf(series: Series | undefined): Frequency {
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

function describeChange(
  { name, range, earlier }: ChangeNode,
  frequency: Frequency,
  within: Describe,
): string {
  const change = name === "change" ? "the change" : "the change in percent";
  if (earlier === null) {
    const step = describeDefaultStep(range, frequency);
    return step === null
      ? `${change} to ${describeRangeNode(range, frequency, within)} from just before`
      : `${change} from ${step}`;
  }
  const alone = [earlier, range].map(({ from, to }) => (to === null ? literalPeriod(from) : null));
  const [before, after] = alone;
  if (before && after) return `${change} from ${describeStep(before, after)}`;
  const [start, end] = [earlier, range].map((each) => describeRangeNode(each, frequency, within));
  return `${change} from ${start ?? ""} to ${end ?? ""}`;
}

function describeShare({ part, range }: ShareNode, known: Known, within: Describe): string {
  const series = known(part);
  const words = describeRangeNode(range, frequencyOf(series), within);
  const span = literalSpan(range, frequencyOf(series));
  if (range.to !== null || (span && span.from !== span.to)) return `both added up over ${words}`;
  return `${preposition(series)} ${words}`;
}
