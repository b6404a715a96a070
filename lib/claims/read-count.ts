import { Decimal } from "#lib/series/decimal";
import { frequencyOf, type Period } from "#lib/series/period";
import { directionWords } from "./direction-words.ts";
import { hedgedInterval, hedgePhrases, type HedgeKind } from "./hedge-words.ts";
import type { Interval } from "./interval.ts";
import { ordinalOf, wholeNumberAt } from "./number-words.ts";
import { periodPhraseAt } from "./period-phrase.ts";
import { phraseAt } from "./phrase-table.ts";
import { createReading, partOf, valuesIn, type Reading, type Refusal } from "./reading.ts";
import { wordAt, type Token } from "./word-token.ts";

const time = /^(?:months?|quarters?|years?|times?|releases?|weeks?|days?)$/;
const stepsOfYear = new Map([
  ["month", 12],
  ["quarter", 4],
]);
/** What is said to go on: "fourth straight month", "fourth straight monthly decline". */
const goesOn = /^(?:month|quarter|year)(?:s|ly)?$|^(?:annual|weeks?|times?|days?|releases?)$/;
const inRow = /^(?:straight|consecutive|successive)$/;

/** "for the fourth month running", "three straight months", "ten of the twelve months", "every month", "five of them". */
export function readCount(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const run = readRun(tokens, at);
  if (run) return run;
  const every = readAllBut(tokens, at) ?? readEvery(tokens, at);
  if (every) return every;
  const hedge = phraseAt(hedgePhrases, tokens, at);
  const number = wholeNumberAt(tokens, hedge?.end ?? at);
  if (number === null) return null;
  const outOf = outOfAt(tokens, number.end);
  const isBare = outOf === null;
  if (isBare && tokens[hedge?.end ?? at]?.kind === "amount") return null;
  // "one" stands for a thing more often than it counts.
  if (isBare && number.number === 1 && !time.test(wordAt(tokens, number.end))) return null;
  if (outOf !== null && outOf.number === null && number.number === 1) return null;
  const end = outOf?.end ?? number.end;
  return countReading(tokens, at, end, number.number, {
    hedge: hedge?.value ?? null,
    outOf: outOf?.number ?? null,
    isWeak: isBare,
    isGeneric: isBare,
  });
}

/** "Net sellers in only three months" counts the months; "in the three months to March" is a time. */
export function countsPeriods(
  tokens: readonly Token[],
  { from, end }: { readonly from: number; readonly end: number },
): boolean {
  const before = /^(?:only|just)$/.test(wordAt(tokens, from - 1)) ? from - 2 : from - 1;
  if (wordAt(tokens, before) !== "in") return false;
  const noun = /^(?:different|separate|single)$/.test(wordAt(tokens, end)) ? end + 1 : end;
  if (noun === tokens.length) return true;
  return (
    time.test(wordAt(tokens, noun)) &&
    !/^(?:to|through|ended|ending|from)$/.test(wordAt(tokens, noun + 1))
  );
}

/** How many in a row: "fourth month running", "fourth straight month", "four months in a row". */
function readRun(tokens: readonly Token[], at: number): Reading | null {
  const ordinal = ordinalOf(wordAt(tokens, at));
  const number = ordinal === null ? wholeNumberAt(tokens, at) : { number: ordinal, end: at + 1 };
  if (number === null) return null;
  if (inRow.test(wordAt(tokens, number.end)) && goesOn.test(wordAt(tokens, number.end + 1))) {
    return countReading(tokens, at, number.end + 2, number.number, { needs: "run" });
  }
  const moved = ordinal === null ? null : moveNamed(wordAt(tokens, number.end));
  if (moved === null && !time.test(wordAt(tokens, number.end))) return null;
  const after = number.end + 1;
  const isInRow = ["in", "a", "row"].every((word, step) => wordAt(tokens, after + step) === word);
  const end = wordAt(tokens, after) === "running" ? after + 1 : isInRow ? after + 3 : null;
  if (end === null) return null;
  return countReading(tokens, at, end, number.number, { needs: "run", condition: moved });
}

/** What a run of "declines in a row" counts; null for words that name no move. */
function moveNamed(word: string): "rising" | "falling" | null {
  const entry = directionWords.get(word);
  if (entry === undefined || (entry.form !== "base" && entry.form !== "noun")) return null;
  return entry.direction === "level" ? null : entry.direction === "up" ? "rising" : "falling";
}

/** "All but three months" of a year are nine, and "all but three of the twelve months". */
function readAllBut(tokens: readonly Token[], at: number): Reading | Refusal | null {
  if (wordAt(tokens, at) !== "all" || wordAt(tokens, at + 1) !== "but") return null;
  const left = wholeNumberAt(tokens, at + 2);
  if (left === null) return null;
  const total = outOfAt(tokens, left.end);
  const perYear = stepsOfYear.get(wordAt(tokens, left.end).replace(/s$/, ""));
  const outOf = total?.number ?? perYear ?? null;
  const end = total?.end ?? (perYear === undefined ? left.end : left.end + 1);
  if (outOf === null || outOf <= left.number) {
    const reason = "does not say of how many";
    const fix = 'write how many there are: "all but three of the twelve months"';
    return { end, refusal: { reason, fix } };
  }
  return countReading(tokens, at, end, outOf - left.number, { outOf });
}

/** "every month" of a year is twelve, "all twelve months", "each of the four months". */
function readEvery(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const word = wordAt(tokens, at);
  if (!/^(?:every|each|all)$/.test(word)) return null;
  const unit = wordAt(tokens, at + 1);
  const since = word === "all" ? null : readEverySince(tokens, at);
  if (since) return since;
  const perYear = word === "all" ? undefined : stepsOfYear.get(unit);
  const start = ["of", "the"].every((each, step) => wordAt(tokens, at + 1 + step) === each)
    ? at + 3
    : wordAt(tokens, at + 1) === "the"
      ? at + 2
      : at + 1;
  const named = wholeNumberAt(tokens, start);
  const number = perYear ?? named?.number;
  if (number === undefined) return null;
  const behind = perYear === undefined ? (named?.end ?? start) : at + 2;
  const end = time.test(wordAt(tokens, behind)) ? behind + 1 : behind;
  const exception = exceptionBehind(tokens, end);
  if (exception !== null) {
    const reason = "leaves some out, which is not read";
    const fix = 'count them ("eleven of the twelve months"), or use holds="…"';
    return { end: exception, refusal: { reason, fix } };
  }
  return countReading(tokens, at, end, number, { outOf: number });
}

/** "every year since 2019": all that lie behind it. The period is of the length that is counted. */
function readEverySince(tokens: readonly Token[], at: number): Reading | null {
  const unit = wordAt(tokens, at + 1);
  const since = wordAt(tokens, at + 2) === "since" ? periodPhraseAt(tokens, at + 3) : null;
  if (since === null || unitOf(since.period) !== unit) return null;
  return createReading({
    end: since.end,
    sense: "count",
    needs: "count",
    accepts: { type: "every", since: since.period },
    parts: [partOf("count", tokens, at, since.end)],
  });
}

function unitOf(period: Period): string {
  return { annual: "year", quarterly: "quarter", monthly: "month" }[frequencyOf(period)];
}

/** "… of 2025 but November". */
function exceptionBehind(tokens: readonly Token[], start: number): number | null {
  for (let at = start; at < start + 6; at += 1) {
    if (/^(?:but|except|excluding|save|bar|barring)$/.test(wordAt(tokens, at))) return at + 1;
  }
  return null;
}

/** "of the twelve months", "of them", "out of six". */
function outOfAt(tokens: readonly Token[], at: number) {
  const of = wordAt(tokens, at) === "out" ? at + 1 : at;
  if (wordAt(tokens, of) !== "of") return null;
  const hasArticle = /^(?:the|its|these|those|their|last|past)$/.test(wordAt(tokens, of + 1));
  const start = hasArticle ? of + 2 : of + 1;
  const total = wholeNumberAt(tokens, start);
  if (total === null) {
    const isGroup = hasArticle || /^(?:them|which|whom)$/.test(wordAt(tokens, start));
    return isGroup ? { number: null, end: hasArticle ? of + 1 : start + 1 } : null;
  }
  const end = time.test(wordAt(tokens, total.end)) ? total.end + 1 : total.end;
  return { number: total.number, end };
}

function countReading(
  tokens: readonly Token[],
  at: number,
  end: number,
  number: number,
  more: Partial<Omit<Reading, "hedge">> & {
    readonly hedge?: Exclude<HedgeKind, "range"> | null;
  } = {},
): Reading {
  const amount = new Decimal(number);
  const exact: Interval = { low: amount, high: amount, includesLow: true, includesHigh: true };
  const interval = more.hedge ? hedgedInterval(more.hedge, amount, exact) : exact;
  return createReading({
    end,
    sense: "count",
    needs: "count",
    accepts: valuesIn(interval, "number"),
    parts: [partOf("count", tokens, at, end)],
    ...more,
  });
}
