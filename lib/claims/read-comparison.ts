import { Decimal } from "#lib/series/decimal";
import type { Direction } from "./direction-words.ts";
import { comparativeWords, fromPhrases, isBaseVerb, isComparingVerb } from "./comparison-words.ts";
import { hedgedInterval } from "./hedge-words.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
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
  const lead = readLead(tokens, at);
  if (lead) return lead;
  const equal = readEqual(tokens, at);
  if (equal) return equal;
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
  const isSaidOf = /^(?:is|are|was|were|been|be|once)$/.test(wordAt(tokens, at - 1));
  if (isBaseVerb(word) && !isVerbOfSome(tokens, at)) return null;
  // With a size behind it, "exceeded by $5 billion", it was read above.
  if (isComparingVerb(word) && wordAt(tokens, at + 1) === "by") {
    return passive(tokens, at, entry.value);
  }
  const isOther =
    /^(?:an?|the)$/.test(wordAt(tokens, at - 1)) ||
    /^(?:with|up|off)$/.test(wordAt(tokens, at + 1));
  // "the topping", "topped up".
  if (isComparingVerb(word) && isOther) return null;
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
      !(
        hasThan ||
        isBaseVerb(word) ||
        isComparingVerb(word) ||
        isSaidOf ||
        hasThanBehind(tokens, end)
      ),
  });
}

/** "dwarfed by prices": the other way round than "dwarfed". */
function passive(tokens: readonly Token[], at: number, active: Direction): Reading {
  return createReading({
    end: at + 2,
    sense: "comparison",
    needs: "difference",
    accepts: valuesIn(sideOfZero(active === "up" ? "down" : "up"), "any"),
    parts: [partOf("direction", tokens, at, at + 2)],
  });
}

/** "Valuation changes dwarf purchases", not "a dwarf", "to exceed" or "a lag". */
function isVerbOfSome(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1);
  const isOther =
    /^(?:an?|the|this|that|no|any|to|may|might|can|could|would|will|should|must|not|never|time|of|in|with|solar|lunar|by|or|and)$/;
  return before !== "" && !isOther.test(before) && wordAt(tokens, at + 1) !== "";
}

const ofMoney =
  /^(?:holdings?|purchases|sales|treasur(?:y|ies)|bonds|stocks|securities|buying|selling|flows|inflows|debt)$/;

/** "China leads Japan in Treasury holdings"; "that leads to more" and "the lead" compare nothing. */
function readLead(tokens: readonly Token[], at: number): Reading | null {
  if (!/^(?:leads|led|leading|trails|trailed)$/.test(wordAt(tokens, at))) return null;
  if (/^(?:to|up|by|the|an?|off|on|)$/.test(wordAt(tokens, at + 1))) return null;
  const joint = [2, 3, 4, 5].find((step) => /^(?:in|by)$/.test(wordAt(tokens, at + step)));
  if (joint === undefined) return null;
  const isOfMoney = [1, 2, 3, 4].some((step) => ofMoney.test(wordAt(tokens, at + joint + step)));
  if (!isOfMoney) return null;
  const direction = wordAt(tokens, at).startsWith("trail") ? "down" : "up";
  return createReading({
    end: at + 1,
    sense: "comparison",
    needs: "difference",
    accepts: valuesIn(sideOfZero(direction), "any"),
    parts: [partOf("direction", tokens, at, at + 1)],
  });
}

const equals = createPhraseTable({
  verb: "matched|matches|equaled|equalled|rivaled|rivalled",
  phrase: "on a par with|on par with|neck and neck with",
});

/** "matched" says a quotient of about one; "a matched sample" and "matched with" say nothing of a size. */
function readEqual(tokens: readonly Token[], at: number): Reading | null {
  const found = phraseAt(equals, tokens, at);
  if (found === null) return null;
  const before = wordAt(tokens, at - 1);
  const isOther =
    found.value === "verb" &&
    (/^(?:an?|the|each|is|are|was|were|be|been)$/.test(before) ||
      /^(?:with|against|to|up|what|how|)$/.test(wordAt(tokens, found.end)));
  if (isOther) return null;
  return createReading({
    end: found.end,
    sense: "ratio",
    needs: "difference",
    accepts: valuesIn(hedgedInterval("near", new Decimal(1), null), "ratio"),
    parts: [partOf("ratio", tokens, at, found.end)],
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
