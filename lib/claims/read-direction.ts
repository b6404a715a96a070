import { Decimal } from "#lib/series/decimal";
import { changePhraseAt, demandPhraseAt } from "./change-phrases.ts";
import { comparativeWords } from "./comparison-words.ts";
import {
  adverbWords,
  directionWords,
  motionWords,
  type Direction,
  type WordForm,
} from "./direction-words.ts";
import { mirrored, shifted, type Interval } from "./interval.ts";
import { createReading, partOf, valuesIn, type Reading } from "./reading.ts";
import { readSize, type Size } from "./read-size.ts";
import type { Need } from "./saying.ts";
import { moneyBeside } from "./side-phrases.ts";
import { sideWords } from "./side-words.ts";
import { wordAt, type Token } from "./word-token.ts";

const zero = new Decimal(0);

/** The values on one side of 0, or 0 itself. */
export function sideOfZero(direction: Direction): Interval {
  if (direction === "level")
    return { low: zero, high: zero, includesLow: true, includesHigh: true };
  return {
    low: direction === "up" ? zero : null,
    high: direction === "down" ? zero : null,
    includesLow: false,
    includesHigh: false,
  };
}

const manner =
  /^(?:sharply|slightly|steeply|only|just|further|again|even|back|another|an?|the|net|steadily|modestly|markedly|strongly|since|then|also|overall|together|by|it|them|itself|themselves)$/;
/** Verbs that have a meaning of their own with "up" and "down": "stocks made up 46 percent". */
const phrasal =
  /^(?:ma[dk]es?|making|held|holds?|holding|sets?|setting|br[eo]aks?|broken?|broke|takes?|took|taken|g[ai]ves?|given|sum(?:s|med)?|add(?:s|ed|ing)?|open(?:s|ed)?|show(?:s|ed|n)?|end(?:s|ed)?|turn(?:s|ed)?|back(?:s|ed)?|cut|laid|put|wrote|looks?|looked|follow(?:s|ed)?)$/;
/** Behind these "fall" is a thing spoken of: "the fall", "December's fall". */
const nounContext = /^(?:an?|the|this|that|in|of|its|their|his|.*'s?|)$/;
const nounForms: ReadonlySet<WordForm> = new Set(["base", "third-person", "ing", "noun"]);
const inBetween = 6;
/** "Built up its reserves", but "built up a team". */
const moneyBehind = { beside: ["market", "holdings", "gains"] } as const;

/** "fell", "rose by nearly $5 billion", "a fall in its holdings of $75.5 billion", "down 3 percent", "unchanged". */
export function readDirection(tokens: readonly Token[], at: number): Reading | null {
  const moved = motionAt(tokens, at);
  if (moved !== null) return moved;
  const shed = readShed(tokens, at);
  if (shed !== null) return shed;
  const phrase =
    changePhraseAt(tokens, at) ?? demandPhraseAt(tokens, at, isSaidOfDemand(tokens, at));
  const entry = phrase ?? directionWords.get(wordAt(tokens, at));
  if (entry === undefined) return null;
  const { direction, form } = entry;
  const end = phrase?.end ?? at + 1;
  if (form === "adverb" && phrasal.test(wordAt(tokens, at - 1))) return null;
  if (isIdiom(tokens, at)) return null;
  const word = partOf("direction", tokens, at, end);
  const size = direction === "level" ? null : sizeOfChange(tokens, end, nounForms.has(form));
  if (size) return changeBy(size, direction, [word, ...size.parts], size.end);
  const before = wordAt(tokens, at - 1);
  const next = wordAt(tokens, end);
  return createReading({
    end,
    sense: "change",
    needs: "change",
    accepts: valuesIn(sideOfZero(direction), "any"),
    parts: [word],
    isWeak: (form === "base" || form === "noun") && nounContext.test(before),
    isGeneric:
      isAsked(tokens, at) ||
      (form === "third-person" && isGeneral(tokens, at)) ||
      (phrase !== null && !isOfMoney(tokens, at, end)) ||
      isGenericForm(form, before, next, direction === "level"),
  });
}

/** "Raised cash" and "cut both ways" say nothing of a size. */
function isIdiom(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
  if (word === "cut") return next === "both" && wordAt(tokens, at + 2) === "ways";
  return /^rais(?:ed?|es|ing)$/.test(word) && /^(?:cash|funds|doubts|questions)$/.test(next);
}

/** "Shed nearly a third" is a fall; "shed $5 billion" is a sale. */
function readShed(tokens: readonly Token[], at: number): Reading | null {
  if (!/^(?:shed|sheds|shedding)$/.test(wordAt(tokens, at))) return null;
  const size = readSize(tokens, skipManner(tokens, at + 1));
  if (size === null || size.isMultiple || !/^(?:ratio|percent)$/.test(size.dimension)) return null;
  return changeBy(size, "down", [partOf("direction", tokens, at, at + 1), ...size.parts], size.end);
}

/** "ticked up", "headed lower by 3 percent": which way stands behind the verb. */
function motionAt(tokens: readonly Token[], at: number): Reading | null {
  const form = motionWords.get(wordAt(tokens, at));
  const adverb = wordAt(tokens, at + 1);
  const direction = /^(?:higher|lower)$/.test(adverb)
    ? comparativeWords.get(adverb)?.value
    : adverbWords.get(adverb);
  if (form === undefined || direction === undefined) return null;
  const word = partOf("direction", tokens, at, at + 2);
  const size = sizeOfChange(tokens, at + 2, false);
  if (size) return changeBy(size, direction, [word, ...size.parts], size.end);
  return createReading({
    end: at + 2,
    sense: "change",
    needs: "change",
    accepts: valuesIn(sideOfZero(direction), "any"),
    parts: [word],
    isGeneric: isAsked(tokens, at) || form === "base" || form === "ing",
  });
}

function isGenericForm(form: WordForm, before: string, next: string, isLevel: boolean): boolean {
  const isSaidOf = /^(?:is|are|was|were|been|be|being|remained|stayed|held|kept)$/.test(before);
  if (isLevel) return !isSaidOf && before !== "";
  if (form === "past" || form === "participle") return false;
  if (form === "third-person") return /^(?:in|of|and|or|an?|the|)$/.test(before);
  if (form === "ing") return !isSaidOf && !/^(?:by|to|from)$/.test(next);
  if (form === "adverb") return !isSaidOf && next !== "by";
  // "The decline continued" says that there was one.
  return !/^(?:came|followed|happened|occurred|began|continued|resumed|ended|stopped)$/.test(next);
}

/**
 * Asked, not said: "what they bought", "whether it fell", "Who sold?", "has Japan sold?". Who tells or asks why something
 * fell says that it did.
 */
export function isAsked(tokens: readonly Token[], at: number): boolean {
  const before = [1, 2, 3].map((step) => wordAt(tokens, at - step));
  const isTitle = at === 1 && before[0] === "who";
  if (isTitle || before.some((word) => /^(?:what|whether|if)$/.test(word))) return true;
  if (before.some((word) => /^(?:why|how)$/.test(word))) {
    return before.some((word) => /^(?:much|many|far)$/.test(word));
  }
  return endsInQuestion(tokens, at);
}

const longestQuestion = 40;

function endsInQuestion(tokens: readonly Token[], at: number): boolean {
  for (const token of tokens.slice(at, at + longestQuestion)) {
    if (token.kind === "mark" && /[.!?;:]/.test(token.mark)) return token.mark === "?";
  }
  return false;
}

function isOfMoney(tokens: readonly Token[], at: number, end: number): boolean {
  return isSaidOfDemand(tokens, at) || moneyBeside(moneyBehind, tokens, at, end) !== null;
}

/** "Demand for American stocks dried up." */
function isSaidOfDemand(tokens: readonly Token[], at: number): boolean {
  const isDemand = /^(?:demand|appetite|buying|purchases|selling|sales|inflows|outflows)$/;
  for (let before = at - 1; before >= at - 6; before -= 1) {
    const token = tokens[before];
    if (token === undefined || (token.kind === "mark" && /[.!?;:]/.test(token.mark))) return false;
    if (isDemand.test(wordAt(tokens, before))) return true;
  }
  return false;
}

/** "A falling price lowers holdings" is told of any price and any holdings. */
function isGeneral(tokens: readonly Token[], at: number): boolean {
  const isOfAny = [2, 3].some((step) => /^an?$/.test(wordAt(tokens, at - step)));
  return isOfAny && /^(?:holdings|prices|purchases|values|yields)$/.test(wordAt(tokens, at + 1));
}

/** The size of a change behind its word: at once ("rose $5 billion"), or after "by", or "of" where the word is a noun. */
function sizeOfChange(tokens: readonly Token[], start: number, isNoun: boolean): Size | null {
  const direct = readSize(tokens, skipManner(tokens, start));
  if (direct && !direct.isMultiple) return direct;
  for (let at = start; at < start + inBetween; at += 1) {
    const token = tokens[at];
    if (token?.kind === "period") continue;
    if (token?.kind !== "word") return null;
    if (token.word === "by" || (isNoun && /^(?:of|was|were|at|totaled)$/.test(token.word))) {
      const size = readSize(tokens, skipManner(tokens, at + 1));
      if (size && !size.isMultiple) return size;
      if (token.word === "by") return null;
    }
    if (endsPhrase(token.word)) return null;
  }
  return null;
}

function skipManner(tokens: readonly Token[], start: number): number {
  let at = start;
  // "a third" and "a $5 billion" differ: only what no size starts with is passed over.
  while (
    at < start + inBetween &&
    manner.test(wordAt(tokens, at)) &&
    readSize(tokens, at) === null
  ) {
    at += 1;
  }
  return at;
}

/** Words behind which another thing is spoken of. */
export function endsPhrase(word: string): boolean {
  return (
    /^(?:and|but|or|while|whereas|to|from|than|as|because|after|before|against|since|which|who|that)$/.test(
      word,
    ) ||
    directionWords.has(word) ||
    comparativeWords.has(word) ||
    sideWords.has(word)
  );
}

/** A change of a size: of an amount, or to a multiple of what was ("grew by a third" is to 4/3). */
export function changeBy(
  size: Size,
  direction: Direction,
  parts: Reading["parts"],
  end: number,
  needs: Need = "change",
): Reading {
  const signed = direction === "down" ? mirrored(size.interval) : size.interval;
  const isRatio = size.dimension === "ratio";
  return createReading({
    end,
    sense: needs === "change" ? "change" : "comparison",
    needs,
    accepts: valuesIn(
      isRatio ? shifted(signed, 1) : signed,
      size.dimension === "ratio" ? "growth" : size.dimension,
    ),
    hedge: size.hedge,
    printed: size.printed,
    parts: [...parts].sort((left, right) => left.start - right.start),
  });
}
