import { comparativeWords, fromPhrases, isComparingVerb } from "./comparison-words.ts";
import { phraseAt } from "./phrase-table.ts";
import { changeBy, sideOfZero } from "./read-direction.ts";
import { createReading, partOf, valuesIn, type Reading } from "./reading.ts";
import { readSize } from "./read-size.ts";
import { wordAt, type Token } from "./word-token.ts";

/** "more than", "higher", "exceeded", "up from": one thing set above or below another. */
export function readComparison(tokens: readonly Token[], at: number): Reading | null {
  const from = phraseAt(fromPhrases, tokens, at);
  if (from) {
    return createReading({
      end: from.end,
      sense: "comparison",
      needs: "change",
      accepts: valuesIn(sideOfZero(from.value), "any"),
      parts: [partOf("direction", tokens, at, from.end)],
    });
  }
  const word = wordAt(tokens, at);
  const entry = comparativeWords.get(word);
  if (entry === undefined || /^(?:any|no|not)$/.test(wordAt(tokens, at - 1))) return null;
  const hasThan = wordAt(tokens, at + 1) === "than";
  const end = hasThan ? at + 2 : at + 1;
  // "bonds that run for more than a year" compares no values.
  if (/^(?:an?|one)$/.test(wordAt(tokens, end)) && isTimeUnit(wordAt(tokens, end + 1))) return null;
  const part = partOf("direction", tokens, at, end);
  const by = wordAt(tokens, end) === "by" ? readSize(tokens, end + 1) : null;
  if (by && !by.isMultiple) {
    return changeBy(by, entry.value, [part, ...by.parts], by.end, "difference");
  }
  const isSaidOf = /^(?:is|are|was|were|been|be)$/.test(wordAt(tokens, at - 1));
  const isPreposition = word === "above" || word === "below";
  return createReading({
    end,
    sense: "comparison",
    needs: "difference",
    accepts: valuesIn(sideOfZero(entry.value), "any"),
    parts: [part],
    isWeak: isPreposition,
    isGeneric:
      isPreposition ||
      !(hasThan || isComparingVerb(word) || isSaidOf || hasThanBehind(tokens, end)),
  });
}

function isTimeUnit(word: string): boolean {
  return /^(?:day|week|month|quarter|year|decade|century|generation)$/.test(word);
}

function hasThanBehind(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at < start + 8; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark") return false;
    if (token.kind === "word" && token.word === "than") return true;
  }
  return false;
}
