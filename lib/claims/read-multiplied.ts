import { Decimal } from "#lib/series/decimal";
import { directionWords } from "./direction-words.ts";
import { hedgedInterval, hedgedMultiple, hedgePhrases } from "./hedge-words.ts";
import { mirrored, shifted, type Interval } from "./interval.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import { createReading, partOf, valuesIn, type Reading } from "./reading.ts";
import { wordAt, type Token } from "./word-token.ts";

const factors: Readonly<Record<string, number>> = {
  doubled: 2,
  doubles: 2,
  doubling: 2,
  tripled: 3,
  triples: 3,
  tripling: 3,
  trebled: 3,
  quadrupled: 4,
  quintupled: 5,
  sextupled: 6,
  septupled: 7,
  octupled: 8,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  sevenfold: 7,
  eightfold: 8,
  ninefold: 9,
  tenfold: 10,
};

/** As good as unchanged: within a fiftieth of what was. */
const standstill = createPhraseTable({
  level:
    "did not budge|didn't budge|barely budged|hardly budged|stagnated|stagnates|stagnating|flatlined|flatlines|flatlining|plateaued|plateaus|plateauing|little changed|almost unchanged|nearly unchanged|virtually unchanged|practically unchanged|broadly unchanged|essentially unchanged|almost flat|nearly flat|broadly flat",
});
const sameAsBefore: Interval = {
  low: new Decimal("0.98"),
  high: new Decimal("1.02"),
  includesLow: true,
  includesHigh: true,
};

const half = new Decimal("0.5");

/** "doubled", "more than tripled", "roughly halved", "threefold", "stagnated": a change to a multiple of what was. */
export function readMultiplied(tokens: readonly Token[], at: number): Reading | null {
  const still = phraseAt(standstill, tokens, at);
  if (still) {
    return createReading({
      end: still.end,
      sense: "change",
      needs: "change",
      accepts: valuesIn(sameAsBefore, "growth"),
      parts: [partOf("direction", tokens, at, still.end)],
    });
  }
  // "Grew fourfold" and "a fourfold increase" say one thing.
  const isVerb = isRise(tokens, at);
  const start = isVerb ? at + 1 : at;
  const hedge = phraseAt(hedgePhrases, tokens, start);
  const place = hedge?.end ?? start;
  const word = wordAt(tokens, place);
  const factor = Object.hasOwn(factors, word) ? factors[word] : undefined;
  const isHalved = /^(?:halved|halving)$/.test(word);
  const isFold = word.endsWith("fold");
  if ((factor === undefined && !isHalved) || (isVerb && !isFold)) return null;
  const kind = hedge?.value ?? "near";
  // Halving is a fall by half: "more than halved" is to less than half.
  const interval =
    factor === undefined
      ? shifted(mirrored(hedgedInterval(kind, half, null)), 1)
      : hedgedMultiple(kind, new Decimal(factor));
  const hasNoun = isFold && !isVerb && isRise(tokens, place + 1);
  const end = hasNoun ? place + 2 : place + 1;
  return createReading({
    end,
    sense: "change",
    needs: "change",
    accepts: valuesIn(interval, "growth"),
    hedge: hedge?.value ?? null,
    parts: [
      ...(isVerb ? [partOf("direction", tokens, at, start)] : []),
      ...(hedge === null ? [] : [partOf("hedge", tokens, start, place)]),
      partOf("ratio", tokens, place, end),
    ],
  });
}

function isRise(tokens: readonly Token[], at: number): boolean {
  const entry = directionWords.get(wordAt(tokens, at));
  return entry?.direction === "up" && entry.form !== "adverb";
}
