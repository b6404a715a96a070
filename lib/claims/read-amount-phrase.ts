import { comparativeWords, isComparingVerb } from "./comparison-words.ts";
import { directionWords } from "./direction-words.ts";
import { changeBy, sideOfZero } from "./read-direction.ts";
import { sideReading } from "./read-side.ts";
import { createReading, partOf, valuesIn, type Reading, type Refusal } from "./reading.ts";
import { readSize, type Size } from "./read-size.ts";
import { sideWords } from "./side-words.ts";
import { vagueAmountAt } from "./spelled-amount.ts";
import { wordAt, type Token } from "./word-token.ts";

/** What starts with a size: "$1.62 trillion", "half as much", "a third higher", "$5 billion of net sales". */
export function readAmountPhrase(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const vague = vagueAmountAt(tokens, at);
  if (vague !== null) {
    const reason = "says no number that can be held against a value";
    return { end: vague + 1, refusal: { reason, fix: "write the figure in digits" } };
  }
  if (isNothing(tokens, at)) {
    return createReading({
      end: at + 1,
      sense: "amount",
      accepts: valuesIn(sideOfZero("level"), "any"),
      parts: [partOf("direction", tokens, at, at + 1)],
    });
  }
  const size = readSize(tokens, at);
  if (size === null) return null;
  const wide = size.hedge === "range" ? refuseWide(size) : null;
  return wide ?? withWordBehind(tokens, size) ?? bareSize(tokens, size);
}

/** "Were zero" and "came to nil" of an amount; "zero risk" and "below zero" say nothing of one. */
function isNothing(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:zero|nil|nought|naught)$/.test(wordAt(tokens, at))) return false;
  const before = wordAt(tokens, at - 1);
  const isSaid = /^(?:is|are|was|were|be|been|to|totaled|totalled|exactly|net)$/.test(before);
  const next = tokens[at + 1];
  const endsThere =
    next === undefined ||
    next.kind !== "word" ||
    /^(?:in|for|at|and|but|on|over|during)$/.test(next.word);
  return (isSaid || tokens.length === 1) && endsThere;
}

function bareSize(tokens: readonly Token[], size: Size): Reading {
  const isRatio = size.dimension === "ratio";
  return createReading({
    end: isRatio ? behindAsMuch(tokens, size.end) : size.end,
    sense: isRatio ? "ratio" : "amount",
    accepts: valuesIn(size.interval, size.dimension),
    hedge: size.hedge,
    printed: size.printed,
    parts: size.parts,
  });
}

/** A range says something only where most values lie outside. */
function refuseWide({ interval: { low, high }, end }: Size): Refusal | null {
  if (low === null || high === null) return null;
  const [near, far] = high.isNegative() ? [high.abs(), low.abs()] : [low, high];
  if (low.lt(high) && near.isPositive() && far.lte(near.times(2))) return null;
  const reason = low.lt(high)
    ? "reaches so far that it says little: its upper end is more than twice the lower"
    : "does not run from a lower figure to a higher";
  return { end, refusal: { reason, fix: "give a narrower range, or the figure" } };
}

/** "… higher", "… more than", "… drop", "… of net sales". */
function withWordBehind(tokens: readonly Token[], size: Size): Reading | null {
  const at = size.end;
  const again = ["as", "much", "again"].every((word, step) => wordAt(tokens, at + step) === word);
  if (again && size.dimension === "ratio" && !size.isMultiple) {
    return changeBy(size, "up", size.parts, at + 3, "difference");
  }
  const word = wordAt(tokens, at);
  const compared = comparativeWords.get(word);
  if (compared && !size.isMultiple && !isComparingVerb(word)) {
    const end = wordAt(tokens, at + 1) === "than" ? at + 2 : at + 1;
    const part = partOf("direction", tokens, at, end);
    return changeBy(size, compared.value, [...size.parts, part], end, "difference");
  }
  const moved = directionWords.get(word);
  const isAfter =
    moved && (moved.form === "base" || moved.form === "noun" || moved.form === "adverb");
  if (isAfter && moved.direction !== "level" && wordAt(tokens, at + 1) !== "from") {
    const part = partOf("direction", tokens, at, at + 1);
    return changeBy(size, moved.direction, [...size.parts, part], at + 1);
  }
  return size.dimension === "USD" || size.dimension === "number" ? withSide(tokens, size) : null;
}

/** "$208.1 billion of net sales", "$5 billion in net purchases". */
function withSide(tokens: readonly Token[], size: Size): Reading | null {
  const start = /^(?:of|in)$/.test(wordAt(tokens, size.end)) ? size.end + 1 : size.end;
  const at = wordAt(tokens, start) === "net" ? start + 1 : start;
  const entry = sideWords.get(wordAt(tokens, at));
  if (entry?.form !== "noun" || at === size.end) return null;
  const part = partOf("direction", tokens, at, at + 1);
  return sideReading(entry, size, [...size.parts, part], at + 1);
}

/** The place behind "as much as" and "as many". */
function behindAsMuch(tokens: readonly Token[], at: number): number {
  const isAs =
    wordAt(tokens, at) === "as" &&
    /^(?:much|many|large|high|big|great|long)$/.test(wordAt(tokens, at + 1));
  if (!isAs) return at;
  return wordAt(tokens, at + 2) === "as" ? at + 3 : at + 2;
}
