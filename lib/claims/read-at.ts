import { readAbsolute } from "./read-absolute.ts";
import { readAmountPhrase } from "./read-amount-phrase.ts";
import { readComparison } from "./read-comparison.ts";
import { readCount } from "./read-count.ts";
import { readDirection } from "./read-direction.ts";
import { readMultiplied } from "./read-multiplied.ts";
import { readPeriod } from "./read-period.ts";
import { readRank } from "./read-rank.ts";
import { readRivals } from "./read-rivals.ts";
import { readShare } from "./read-share.ts";
import { readSide } from "./read-side.ts";
import { longest, type Reading, type Refusal } from "./reading.ts";
import type { Token } from "./word-token.ts";

/** Where readers meet the same words, the longest reading wins, and of equals the earlier of this list. */
const readers = [
  readAmountPhrase,
  readMultiplied,
  readDirection,
  readSide,
  readComparison,
  readShare,
  readRank,
  readRivals,
  readCount,
  readPeriod,
  readAbsolute,
];

/** A reading with the place of its first token. */
export type PlacedReading = Reading & { readonly from: number };

export type Placed = PlacedReading | (Refusal & { readonly from: number });

/** All readings of a text from left to right; none overlaps another. */
export function readAll(tokens: readonly Token[]): Placed[] {
  const found: Placed[] = [];
  for (let at = 0; at < tokens.length;) {
    const place = at;
    const best = longest(readers.map((read) => read(tokens, place)));
    if (best === null) {
      at += 1;
    } else {
      found.push({ ...best, from: place });
      at = best.end;
    }
  }
  return found;
}
