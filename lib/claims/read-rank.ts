import { Decimal } from "#lib/series/decimal";
import { comparativeWords, superlativeWords } from "./comparison-words.ts";
import { directionWords } from "./direction-words.ts";
import { numberWordsAt, ordinalOf, wholeNumberAt } from "./number-words.ts";
import { monthNamed, periodPhraseAt } from "./period-phrase.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import { rankReading, recordReading, type RecordAccepts } from "./rank-reading.ts";
import type { Reading, Refusal } from "./reading.ts";
import { reachAt, reachNameAt } from "./read-reach.ts";
import type { Extreme } from "./saying.ts";
import { sideWords } from "./side-words.ts";
import { wordAt, type Token } from "./word-token.ts";

const recordPhrases = createPhraseTable({
  highest:
    "record high|record highs|all time high|all time highs|record highest|peaked|crested|topped out|reached a peak|reached its peak|reached their peak|hit a peak|hit its peak|high point|high water mark|zenith",
  lowest:
    "record low|record lows|all time low|all time lows|record lowest|bottomed|bottomed out|troughed|hit bottom|hit rock bottom|low point|low water mark|low ebb|nadir",
  either:
    "unprecedented|without precedent|without parallel|unparalleled|unequaled|unequalled|without equal",
});

/** "second only to Britain", "topped the list", "number one": a place without a superlative. */
const places = createPhraseTable({
  first:
    "came first among|came first in|came in first|comes first among|comes first in|led the way|leads the way|leading the way|led the charge|topped the list|tops the list|topping the list|headed the list|heads the list|topped the table|tops the table|topped the ranking|tops the ranking|topped the rankings|led the list|leads the list|led the field|leads the field|led the pack|leads the pack|the leading holder|the leading creditor|the leading foreign holder|the leading foreign creditor|no country holds as many|no country holds as much|no country holds more|no other country holds as many|no other country holds as much",
  second: "second only to|runner up",
});

const ofAll = createPhraseTable({
  record:
    "on record|ever|ever recorded|since records began|in any month|in any quarter|in any year|of any month|of any quarter|of any year|of all time|in the series|in the record",
});

const inBetween = 5;

/** "largest", "third-lowest", "the ten largest", "lowest since September 2008", "second-highest month-end on record". */
export function readRank(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const named = phraseAt(recordPhrases, tokens, at);
  if (named) {
    const extreme = named.value === "either" ? null : named.value;
    return recordReading(tokens, at, named.end, extreme);
  }
  const numbered = readNumbered(tokens, at) ?? readReach(tokens, at);
  if (numbered) return numbered;
  const isRecord = wordAt(tokens, at) === "a" && wordAt(tokens, at + 1) === "record";
  if (isRecord && wordAt(tokens, at + 2) !== "of") {
    const high = phraseAt(recordPhrases, tokens, at + 1);
    const extreme = high?.value === "highest" || high?.value === "lowest" ? high.value : null;
    return recordReading(tokens, at + 1, high?.end ?? at + 2, extreme);
  }
  // "It reached a" stands before the mark.
  if (wordAt(tokens, at) === "record" && tokens.length === 1) {
    return { ...recordReading(tokens, at, 1, null), isGeneric: true };
  }
  if (isRecordNoun(tokens, at)) return recordReading(tokens, at, at + 1, null);
  const first = refuseFirst(tokens, at);
  if (first) return first;
  const group = readGroup(tokens, at);
  if (group) return group;
  const place = ordinalOf(wordAt(tokens, at));
  const superlative = place === null ? at : at + 1;
  const extreme = superlativeAt(tokens, superlative);
  if (extreme === null) return place === null ? null : readPlace(tokens, at, place);
  const end = superlative + 1;
  const record = recordBehind(tokens, end, place ?? 1);
  if (record && "refusal" in record) return record;
  if (record) return recordReading(tokens, at, record.end, extreme, record.accepts);
  // The best of the months is none among countries.
  if (/^(?:best|worst)$/.test(wordAt(tokens, superlative))) {
    const accepts = { type: "record", since: null, place: place ?? 1 } as const;
    return recordReading(tokens, at, end, extreme, accepts);
  }
  const number = new Decimal(place ?? 1);
  return rankReading(tokens, at, end, extreme, number, number);
}

/** "40-month high", "five-year low". */
function readReach(tokens: readonly Token[], at: number): Reading | null {
  const reach = reachNameAt(tokens, at);
  const word = reach && /^(high|low)s?$/.exec(wordAt(tokens, reach.end))?.[1];
  if (reach === null || word === null || word === undefined) return null;
  const extreme = word === "high" ? "highest" : "lowest";
  const accepts = { type: "reach", months: reach.months } as const;
  return recordReading(tokens, at, reach.end + 1, extreme, accepts);
}

/** "record inflows", "record $5 billion"; "to record sales" is a verb. */
function isRecordNoun(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) !== "record") return false;
  if (/^(?:to|they|we|not|must|should|may|will|can|that)$/.test(wordAt(tokens, at - 1)))
    return false;
  const isOfSize =
    /^(?:net|annual|monthly|inflows?|outflows?|purchases?|sales?|buying|selling|holdings|demand|pace|level)$/;
  return tokens[at + 1]?.kind === "amount" || isOfSize.test(wordAt(tokens, at + 1));
}

/** "The first decline since 2008" says that there was none in between, which no one value tells. */
function refuseFirst(tokens: readonly Token[], at: number): Refusal | null {
  if (wordAt(tokens, at) !== "first") return null;
  const noun = /^(?:net|annual|yearly|monthly|quarterly)$/.test(wordAt(tokens, at + 1))
    ? at + 2
    : at + 1;
  const form = directionWords.get(wordAt(tokens, noun))?.form;
  const isNoun =
    form === "base" || form === "noun" || sideWords.get(wordAt(tokens, noun))?.form === "noun";
  if (!isNoun) return null;
  const since = [1, 2, 3].find((step) => wordAt(tokens, noun + step) === "since");
  if (since === undefined) return null;
  const reason = "says that there was none in between, which is not read";
  const fix =
    'say since when it is a record ("lowest since September 2008"), or mark the sentence exempt';
  return {
    end: periodPhraseAt(tokens, noun + since + 1)?.end ?? noun + since + 1,
    refusal: { reason, fix },
  };
}

const placeNumbers = { first: 1, second: 2 } as const;

/** "topped the list", "second only to", "number one", "No. 2". */
function readNumbered(tokens: readonly Token[], at: number): Reading | null {
  const phrase = phraseAt(places, tokens, at);
  const found = phrase ? { number: placeNumbers[phrase.value], end: phrase.end } : numberAt();
  if (found === null || found.number < 1) return null;
  const place = new Decimal(found.number);
  return rankReading(tokens, at, found.end, "highest", place, place);

  function numberAt() {
    if (!isRankContext(wordAt(tokens, at - 1))) return null;
    const word = wordAt(tokens, at);
    if (word === "number") return numberWordsAt(tokens, at + 1);
    const digits = /^no\. (\d+)$/.exec(word)?.[1];
    return digits === undefined ? null : { number: Number(digits), end: at + 1 };
  }
}

/** What stands before a rank: "the No. 1 holder", "America's number one creditor", "is number two". */
function isRankContext(before: string): boolean {
  return /^(?:|the|its|their|is|was|are|were|as|at|remains?|remained|became|ranked|ranks|still|now|.*'s?)$/.test(
    before,
  );
}

const isTime = /^(?:day|week|month|quarter|year)s?$/;

/** "most" is a superlative behind "the" or before "since" only, and "top" before a number only. */
function superlativeAt(tokens: readonly Token[], at: number): Extreme | null {
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  const next = wordAt(tokens, at + 1);
  const mayBeShare = (word === "most" || word === "least") && next !== "since";
  if (mayBeShare && before !== "the" && ordinalOf(before) === null) return null;
  if (word === "most" && /^(?:recent|recently|likely|important)$/.test(next)) return null;
  if (word === "best" || word === "worst") {
    const isOfTime = isTime.test(next) || next === "since" || phraseAt(ofAll, tokens, at + 1);
    return isOfTime && before !== "next" ? (word === "best" ? "highest" : "lowest") : null;
  }
  if (word === "top" || word === "bottom") {
    return /^(?:the|its|their)$/.test(before) ? (superlativeWords.get(word)?.value ?? null) : null;
  }
  return superlativeWords.get(word)?.value ?? null;
}

/** "among the ten largest", "the two largest", "top ten": a place no lower than that. */
function readGroup(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const isTop = /^(?:top|bottom)$/.test(wordAt(tokens, at));
  const among = /^(?:among|amongst)$/.test(wordAt(tokens, at))
    ? at + 1
    : wordAt(tokens, at + 1) === "of" && numberWordsAt(tokens, at) !== null
      ? at + 2
      : null;
  const afterThe = among !== null && wordAt(tokens, among) === "the" ? among + 1 : (among ?? at);
  const number = wholeNumberAt(tokens, isTop ? at + 1 : afterThe);
  const extreme = isTop
    ? (superlativeWords.get(wordAt(tokens, at))?.value ?? null)
    : superlativeAt(tokens, number?.end ?? afterThe);
  if (extreme === null) return null;
  if (number !== null) {
    const end = isTop ? number.end : number.end + 1;
    return rankReading(tokens, at, end, extreme, new Decimal(1), new Decimal(number.number));
  }
  if (among === null) return null;
  const reason = "does not say how many there are";
  return { end: afterThe + 1, refusal: { reason, fix: 'write how many: "among the ten largest"' } };
}

/** "ranked third", "third place", "third" at the end of the words. */
function readPlace(tokens: readonly Token[], at: number, place: number): Reading | null {
  const isNamed = /^(?:ranked|ranks|rank)$/.test(wordAt(tokens, at - 1));
  const hasPlace = /^(?:place|rank)$/.test(wordAt(tokens, at + 1));
  if (!isNamed && !hasPlace && at + 1 < tokens.length) return null;
  const number = new Decimal(place);
  const end = hasPlace ? at + 2 : at + 1;
  const reading = rankReading(tokens, at, end, "highest", number, number);
  const isBare = !isNamed && !hasPlace;
  return { ...reading, isWeak: isBare, isGeneric: isBare };
}

interface RecordBehind {
  readonly end: number;
  readonly accepts: RecordAccepts;
}

/** "on record", "in any month", "since September 2008", "in five years", with few words in between. */
function recordBehind(
  tokens: readonly Token[],
  start: number,
  place: number,
): RecordBehind | Refusal | null {
  for (let at = start; at <= start + inBetween; at += 1) {
    const all = phraseAt(ofAll, tokens, at);
    if (all) return { end: all.end, accepts: { type: "record", since: null, place } };
    const word = wordAt(tokens, at);
    if (word === "since") return sinceAt(tokens, at, place);
    const reach = word === "in" ? reachAt(tokens, at + 1) : null;
    if (reach && place === 1) {
      return { end: reach.end, accepts: { type: "reach", months: reach.months } };
    }
    const span = word === "in" ? timeSpanEnd(tokens, at + 1) : null;
    if (span !== null) {
      const reason = "says how long in words that are not read";
      return {
        end: span,
        refusal: { reason, fix: 'say since when: "lowest since September 2008"' },
      };
    }
    if (tokens[at]?.kind !== "word") return null;
    const isOther =
      /^(?:and|but|or|while|than|which|who)$/.test(word) ||
      superlativeWords.has(word) ||
      comparativeWords.has(word) ||
      (directionWords.has(word) && word !== "level");
    if (isOther) return null;
  }
  return null;
}

/** Behind "years" of "the lowest in living years". */
function timeSpanEnd(tokens: readonly Token[], start: number): number | null {
  for (let at = start; at < start + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark" || token.kind === "period") return null;
    const isSpan = /^(?:years|months|quarters|decades?|century|generation)$/.test(
      wordAt(tokens, at),
    );
    if (isSpan) return at + 1;
  }
  return null;
}

/** The period behind "since"; "since this series began" and the like are the whole record. */
function sinceAt(tokens: readonly Token[], at: number, place: number): RecordBehind | Refusal {
  for (let step = 1; step <= 4; step += 1) {
    const period = periodPhraseAt(tokens, at + step);
    if (period) {
      return { end: period.end, accepts: { type: "record", since: period.period, place } };
    }
    const word = wordAt(tokens, at + step);
    const month = place === 1 ? monthNamed(word) : null;
    if (month !== null) return { end: at + step + 1, accepts: { type: "month", month } };
    if (/^(?:began|begins|started|starts|beginning|start)$/.test(word)) {
      return { end: at + step + 1, accepts: { type: "record", since: null, place } };
    }
    if (word === "") break;
  }
  const reason = "does not say since when";
  return { end: at + 1, refusal: { reason, fix: 'write "since September 2008" or "on record"' } };
}
