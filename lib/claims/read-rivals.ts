import { Decimal } from "#lib/series/decimal";
import { comparativeWords } from "./comparison-words.ts";
import type { Direction } from "./direction-words.ts";
import { wholeNumberAt } from "./number-words.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import { rankReading, recordReading } from "./rank-reading.ts";
import type { Reading, Refusal } from "./reading.ts";
import type { Extreme } from "./saying.ts";
import { wordAt, type Token } from "./word-token.ts";

const holders = /^(?:countries|country|nations?|holders?|creditors?|buyers?|sellers?)$/;
const owning = /^(?:owns?|owned|holds?|held|buys?|bought|purchased|sells?|sold)$/;
const nearBy = 4;

/**
 * A place or a record, told by who has more: "only three countries own more", "more than any country but Japan", "more than
 * in any month before".
 */
export function readRivals(tokens: readonly Token[], at: number): Reading | Refusal | null {
  return readFew(tokens, at) ?? readThanAny(tokens, at);
}

/** "Only three countries own more" is the fourth place, "no other country sold more" the first from below. */
function readFew(tokens: readonly Token[], at: number): Reading | null {
  const start = /^(?:only|just)$/.test(wordAt(tokens, at)) ? at + 1 : at;
  const number =
    wordAt(tokens, start) === "no" ? { number: 0, end: start + 1 } : wholeNumberAt(tokens, start);
  if (number === null) return null;
  const noun = /^(?:other|foreign)$/.test(wordAt(tokens, number.end)) ? number.end + 1 : number.end;
  if (!holders.test(wordAt(tokens, noun)) || !owning.test(wordAt(tokens, noun + 1))) return null;
  const word = wordAt(tokens, noun + 2);
  // "More than $5 billion" and "more stocks than bonds" set it against something else.
  const isOther = Array.from({ length: nearBy }, (_, step) => wordAt(tokens, noun + 3 + step));
  if (!/^(?:more|less|fewer)$/.test(word) || isOther.includes("than")) return null;
  const isSold = /^(?:sells?|sold)$/.test(wordAt(tokens, noun + 1));
  const extreme = (word === "more") === isSold ? "lowest" : "highest";
  const place = new Decimal(number.number + 1);
  return rankReading(tokens, at, noun + 3, extreme, place, place);
}

const exceptions = createPhraseTable({
  but: "but|except|except for|save|save for|bar|other than|apart from|aside from",
});
const everBefore = createPhraseTable({ ever: "ever|ever before" });
const ofRecord = createPhraseTable({
  before: "before|on record|in the series|in the record",
});

/** "More than any other country", "less than in any month before", "higher than ever". */
function readThanAny(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const direction = comparativeWords.get(wordAt(tokens, at))?.value;
  if (direction === undefined || wordAt(tokens, at + 1) !== "than") return null;
  const extreme = extremeOf(direction);
  const ever = phraseAt(everBefore, tokens, at + 2);
  if (ever) return recordReading(tokens, at, ever.end, extreme);
  const any = wordAt(tokens, at + 2) === "in" ? at + 3 : at + 2;
  if (!/^(?:any|every)$/.test(wordAt(tokens, any))) return null;
  const isOther = /^(?:other|earlier|previous|prior)$/.test(wordAt(tokens, any + 1));
  const noun = isOther ? any + 2 : any + 1;
  const end = noun + 1;
  if (/^(?:month|quarter|year)$/.test(wordAt(tokens, noun))) {
    const record = phraseAt(ofRecord, tokens, end);
    // "In any other month of 2024" leaves out the other years, which no record does.
    const isPart = /^(?:of|in|since|from|between)$/.test(wordAt(tokens, record?.end ?? end));
    if (isPart || (record === null && !isOther)) return null;
    return recordReading(tokens, at, record?.end ?? end, extreme);
  }
  const isInside = any === at + 3;
  if (isInside || !holders.test(wordAt(tokens, noun))) return null;
  return readExceptions(tokens, at, end, extreme);
}

/** "… but the United Kingdom" is the second place; of several it would have to be known how many. */
function readExceptions(
  tokens: readonly Token[],
  at: number,
  end: number,
  extreme: Extreme,
): Reading | Refusal {
  const exception = phraseAt(exceptions, tokens, end);
  const place = new Decimal(exception === null ? 1 : 2);
  const last = exception?.end ?? end;
  if (exception !== null && namesSeveral(tokens, last)) {
    const reason = "leaves out more than one";
    const fix = 'write the place: "the third-largest", "behind only Japan and China"';
    return { end: last, refusal: { reason, fix } };
  }
  return rankReading(tokens, at, last, extreme, place, place);
}

function namesSeveral(tokens: readonly Token[], start: number): boolean {
  return (
    wholeNumberAt(tokens, start) !== null ||
    Array.from({ length: nearBy }, (_, step) => wordAt(tokens, start + step)).includes("and")
  );
}

function extremeOf(direction: Direction): Extreme {
  return direction === "down" ? "lowest" : "highest";
}
