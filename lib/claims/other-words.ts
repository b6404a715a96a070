import { Decimal } from "#lib/series/decimal";
import { formatAmount, formatPeriod, type AmountStyle, type Dimension } from "#lib/series/format";
import type { Value } from "#lib/expressions/value";
import { numberInWords, ordinalInWords, ordinalOf } from "./number-words.ts";
import { inCaseOf, oppositeOf } from "./opposites.ts";
import { nearestRatioWords } from "./ratio-words.ts";
import type { PrintedAmount } from "./printed-amount.ts";
import type { Saying, SayingPart } from "./saying.ts";

/** What the text could say instead of words that the value contradicts; null where only an editor can tell. */
export function otherWords(saying: Saying, value: Value): string | null {
  if (value.type === "period") return otherPeriod(saying, value);
  if (value.type !== "quantity") return null;
  switch (saying.sense) {
    case "rank":
      return otherRank(saying, value.amount);
    case "record":
      return null;
    case "count":
      return otherCount(saying, value.amount);
    case "ratio":
      return otherRatio(
        saying,
        value.dimension === "percent" ? value.amount.div(100) : value.amount,
      );
    case "period":
      return null;
    default:
      return otherAmount(saying, value);
  }
}

/** The figure of the value in the style printed, and the opposite direction where that is what was wrong. */
function otherAmount(saying: Saying, { amount, dimension }: Extract<Value, { type: "quantity" }>) {
  const { accepts, printed, parts, hedge, sense } = saying;
  if (accepts.type !== "values" || accepts.dimension === "growth") return null;
  const direction = parts.find(({ role }) => role === "direction");
  if (printed === null) return amount.isZero() ? null : turned(saying, direction);
  // A range and a multiple have no one figure to mend, and what the digits round to 0 has no direction.
  if (hedge === "range" || accepts.dimension === "ratio") return null;
  const digits = printed.power < 0 ? printed.decimals - printed.power : printed.decimals;
  const style = styleOf(printed, amount, dimension, digits);
  // A part below 0 is no part: the sentence has to say it in another way.
  const isTurned = amount.isNegative() !== printed.amount.isNegative() && !amount.isZero();
  if (sense === "amount" && dimension === "percent" && isTurned) return null;
  if (sense === "amount") return inPoints(formatAmount(amount, dimension, style), printed);
  const written = inPoints(formatAmount(amount.abs(), dimension, style), printed);
  if (!/[1-9]/.test(written)) return null;
  const { low, high } = accepts.interval;
  const isAbove = low !== null && high !== null && low.plus(high).isPositive();
  const isRightWay = amount.isPositive() === isAbove;
  return splice(saying, (part) => {
    if (part.role === "figure") return written;
    if (part.role === "hedge") return "";
    return part.role === "direction" && !isRightWay ? oppositeOf(wordsOf(saying, part)) : null;
  });
}

/** A difference of percentages is no percentage. */
function inPoints(written: string, { isPoints }: PrintedAmount): string {
  return isPoints ? written.replace(/ percent$/u, " percentage points") : written;
}

/** The unit word as printed, or that of the value where it would take more than three digits before the point. */
function styleOf(
  printed: PrintedAmount,
  amount: Decimal,
  dimension: Dimension,
  decimals: number,
): AmountStyle {
  const power = Math.max(printed.power, 0);
  const most = Decimal.pow(10, power + 3);
  const isLong = amount.abs().gte(most) && printed.amount.abs().lt(most);
  if (dimension !== "USD" || !isLong) return { decimals, power };
  return { decimals: amount.abs().gte("1e12") ? 2 : 1 };
}

function turned(saying: Saying, direction: SayingPart | undefined): string | null {
  const opposite = direction === undefined ? null : oppositeOf(wordsOf(saying, direction));
  return opposite === null
    ? null
    : splice(saying, (part) => (part === direction ? opposite : null));
}

function otherRank(saying: Saying, rank: Decimal): string | null {
  const words = saying.text.split(/[ -]/u);
  const superlative = words.at(-1);
  const isSimple = words.length === 1 || (words.length === 2 && ordinalOf(words[0] ?? "") !== null);
  if (!isSimple || superlative === undefined || !rank.isInteger() || rank.lt(1)) return null;
  if (!/st$/u.test(superlative)) return null;
  const plain = superlative.toLowerCase();
  const other = rank.eq(1) ? plain : `${ordinalInWords(rank.toNumber())}-${plain}`;
  return inCaseOf(saying.text, other);
}

function otherCount(saying: Saying, count: Decimal): string | null {
  const [first = "", ...rest] = saying.text.split(" ");
  if (saying.hedge !== null || !count.isInteger() || count.lt(1)) return null;
  const isOrdinal = ordinalOf(first.toLowerCase()) !== null;
  const isNumber = /^\p{Ll}+$/iu.test(first) && !/^(?:every|each|all)$/iu.test(first);
  if (!isOrdinal && !isNumber) return null;
  const word = isOrdinal ? ordinalInWords(count.toNumber()) : numberInWords(count.toNumber());
  return [inCaseOf(first, word), ...rest].join(" ");
}

function otherRatio(saying: Saying, ratio: Decimal): string | null {
  const words = nearestRatioWords(ratio);
  const isPlain = saying.parts.every(({ role }) => role === "ratio" || role === "hedge");
  if (words === null || !isPlain || /^(?:most|all|the|entire)/iu.test(saying.text)) return words;
  const end = saying.parts.at(-1)?.end ?? saying.end;
  return words + saying.text.slice(end - saying.start);
}

/** The period that the record reaches back to; a year is given where a year was printed. */
function otherPeriod(
  { accepts, text, sense, parts }: Saying,
  { period }: Extract<Value, { type: "period" }>,
): string | null {
  if (sense === "period") return period === null ? null : formatPeriod(period);
  if (accepts.type !== "record" && accepts.type !== "reach") return null;
  // "a record" has no word to keep.
  const behind = / (?:since|on|in|of|ever)(?!\p{L}).*$/iu;
  const superlative = text.replace(behind, "");
  const isSuperlative = /(?:st|low|high)(?!\p{L})/iu.test(superlative);
  const namesTime = /(?:month|year|quarter|decade)/iu.test(superlative);
  if (!isSuperlative || namesTime || parts.length !== 1) return null;
  if (period === null) return `${superlative} on record`;
  const isYear = accepts.type === "record" && accepts.since?.length === 4;
  return `${superlative} since ${isYear ? period.slice(0, 4) : formatPeriod(period)}`;
}

/** The saying with some parts in other words; null keeps a part, "" leaves it out. */
function splice(saying: Saying, replace: (part: SayingPart) => string | null): string {
  const { text, start, parts } = saying;
  return parts
    .toReversed()
    .reduce((words, part) => {
      const other = replace(part);
      if (other === null) return words;
      const behind = words.slice(part.end - start);
      return (
        words.slice(0, part.start - start) + other + (other === "" ? behind.trimStart() : behind)
      );
    }, text)
    .trim();
}

function wordsOf({ text, start }: Saying, part: SayingPart): string {
  return text.slice(part.start - start, part.end - start);
}
