import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import type { Refusal } from "./reading.ts";
import { wordAt, type Token } from "./word-token.ts";

const owning =
  /^(?:owns?|owned|owning|holds?|held|holding|buys?|bought|buying|sells?|sold|selling|wants?|wanted|needs?|has|have|had)$/;
const money =
  /^(?:treasur(?:y|ies)|bonds?|stocks?|equit(?:y|ies)|securities|america|debt|notes|bills|shares|agencies|dollars?)$/;
const reach = 5;

/**
 * "No longer own stocks", "nobody wants Treasuries", "only Japan holds", "has no bonds left", "a sliver of the total": words
 * of all or nothing, which no one value bears out.
 */
export function readAbsolute(tokens: readonly Token[], at: number): Refusal | null {
  const steady = phraseAt(steadily, tokens, at);
  if (steady !== null) {
    const reason = "says it of each period, which one value does not tell";
    const fix = 'count them: "in ten of the twelve months", "for the fourth month running"';
    return { end: steady.end, refusal: { reason, fix } };
  }
  const end =
    ceasedAt(tokens, at) ?? onlyAt(tokens, at) ?? noneLeftAt(tokens, at) ?? scrapAt(tokens, at);
  if (end === null) return null;
  const reason = "says all or nothing, which no one value bears out";
  return { end, refusal: { reason, fix: "say it with a figure, or mark the sentence exempt" } };
}

const steadily = createPhraseTable({
  all: "month after month|month in month out|quarter after quarter|year after year|year in year out|week after week|day after day|day in day out|without interruption|without a break|uninterrupted|uninterruptedly",
});

/** "no longer own", "ceased to hold", "stopped buying", "without a single month of selling" */
function ceasedAt(tokens: readonly Token[], at: number): number | null {
  const words = [0, 1, 2, 3].map((step) => wordAt(tokens, at + step));
  const isSingle = words[0] === "without" && /^(?:an?|one)$/.test(words[1] ?? "");
  const time = words[2] === "single" ? 3 : 2;
  if (isSingle && /^(?:month|quarter|year)$/.test(words[time] ?? "")) return at + time + 1;
  const isLonger = words[0] === "no" && words[1] === "longer";
  const isCeased = /^(?:ceased|cease|stopped|quit)$/.test(words[0] ?? "");
  if (!isLonger && !isCeased) return null;
  const verb = isLonger || words[1] === "to" ? at + 2 : at + 1;
  const isOwning = owning.test(wordAt(tokens, verb)) && namesMoney(tokens, verb + 1);
  return isOwning ? verb + 1 : null;
}

/** "only Japan holds Treasuries", "nobody abroad wants them", "the only class foreigners want" */
function onlyAt(tokens: readonly Token[], at: number): number | null {
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  if (word === "only" && before === "the") {
    const noun = /^(?:class|holder|buyer|seller|creditor|country|investors?|securities|asset)$/;
    return noun.test(wordAt(tokens, at + 1)) ? at + 2 : null;
  }
  // "They only hold bonds" says nothing of others; "only" of a subject stands first in its clause.
  const isFirst = before === "" || /^(?:and|but|that|while)$/.test(before);
  const isNobody =
    /^(?:nobody|none)$/.test(word) || (word === "no" && wordAt(tokens, at + 1) === "one");
  if (!isNobody && !(word === "only" && isFirst)) return null;
  for (let verb = at + 1; verb <= at + reach; verb += 1) {
    const token = tokens[verb];
    if (token?.kind !== "word" || /^(?:of|in|by|if|when|what|then)$/.test(token.word)) return null;
    if (owning.test(token.word)) return namesMoney(tokens, verb + 1) ? at + 1 : null;
  }
  return null;
}

/** "has no Treasuries left", "own no stocks" */
function noneLeftAt(tokens: readonly Token[], at: number): number | null {
  if (!owning.test(wordAt(tokens, at)) || wordAt(tokens, at + 1) !== "no") return null;
  return money.test(wordAt(tokens, at + 2)) ? at + 2 : null;
}

/** "a sliver of the total", "a handful of bonds" */
function scrapAt(tokens: readonly Token[], at: number): number | null {
  if (!/^(?:sliver|pittance|trickle|morsel|crumb|shadow)s?$/.test(wordAt(tokens, at))) return null;
  if (wordAt(tokens, at + 1) !== "of") return null;
  const whole = /^(?:totals?|whole|purchases|holdings|sales|inflows|buying|what)$/;
  const isOfMoney = [2, 3, 4, 5].some((step) => {
    const word = wordAt(tokens, at + step);
    return whole.test(word) || money.test(word);
  });
  return isOfMoney ? at + 1 : null;
}

function namesMoney(tokens: readonly Token[], from: number): boolean {
  return Array.from({ length: 4 }, (_, step) => wordAt(tokens, from + step)).some((word) =>
    money.test(word),
  );
}
