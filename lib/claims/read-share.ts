import { Decimal } from "#lib/series/decimal";
import { hedgedInterval, hedgePhrases } from "./hedge-words.ts";
import type { Interval } from "./interval.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import { createReading, partOf, valuesIn, type Reading } from "./reading.ts";
import { wordAt, type Token } from "./word-token.ts";

const phrases = createPhraseTable({
  most: "most|most of|the majority|a majority|majority|the bulk|the lion's share|the greater part|the larger part|mostly",
  none: "almost none|hardly any|virtually none|next to none|next to nothing|almost nothing|virtually nothing|precious little",
  entire: "all of|the whole of|the entire|entirely|all",
});

function between(low: string, high: string, includesLow: boolean): Interval {
  return {
    low: new Decimal(low),
    high: new Decimal(high),
    includesLow,
    includesHigh: false,
  };
}

const shares = {
  most: between("0.5", "0.9", false),
  none: { ...between("0", "0.1", false), includesHigh: true },
  /** What rounds to a hundred percent. */
  entire: between("0.995", "1.005", true),
} as const;

/** How much of a whole: "most", "nearly all", "all of", "almost none". */
export function readShare(tokens: readonly Token[], at: number): Reading | null {
  const hedge = phraseAt(hedgePhrases, tokens, at);
  const behind = hedge && phraseAt(phrases, tokens, hedge.end);
  if (hedge && behind?.value === "entire") {
    const interval = hedgedInterval(hedge.value, new Decimal(1), shares.entire);
    const parts = [
      partOf("hedge", tokens, at, hedge.end),
      partOf("ratio", tokens, hedge.end, beforeOf(tokens, behind.end)),
    ];
    return { ...shareReading(interval, beforeOf(tokens, behind.end), parts), hedge: hedge.value };
  }
  const phrase = phraseAt(phrases, tokens, at);
  if (phrase === null) return null;
  const word = wordAt(tokens, at);
  const next = tokens[phrase.end];
  const isOne = phrase.end === at + 1;
  // "most recent" and "all countries" say nothing of a share.
  if (isOne && word === "most" && /^(?:the|at)$/.test(wordAt(tokens, at - 1))) return null;
  if (isOne && word === "all" && next !== undefined && next.kind !== "mark") return null;
  if (isOne && word === "most" && /^(?:recent|recently|likely|often)$/.test(wordAt(tokens, at + 1)))
    return null;
  if (["of", "the", "work"].every((each, step) => wordAt(tokens, at + 1 + step) === each))
    return null;
  return shareReading(
    shares[phrase.value],
    beforeOf(tokens, phrase.end),
    [partOf("ratio", tokens, at, beforeOf(tokens, phrase.end))],
    word === "all" && isOne,
  );
}

/** "of" belongs to what follows: "most of it" says "most". */
function beforeOf(tokens: readonly Token[], end: number): number {
  return wordAt(tokens, end - 1) === "of" ? end - 1 : end;
}

function shareReading(
  interval: Interval,
  end: number,
  parts: Reading["parts"],
  isGeneric = false,
): Reading {
  return createReading({
    end,
    sense: "ratio",
    accepts: valuesIn(interval, "ratio"),
    parts,
    isGeneric,
  });
}
