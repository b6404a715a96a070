import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import type { Need } from "./saying.ts";
import type { Side } from "./side-words.ts";
import { wordAt, type Token } from "./word-token.ts";

/** What must stand beside a phrase for it to be about money: an amount, or a noun of one of these sorts. */
type Beside = "amount" | "market" | "holdings" | "gains" | "nothing";

/** What a phrase says of money, and what shows that it is about money. */
export interface SidePhrase {
  readonly side: Side;
  readonly needs: Need | null;
  readonly beside: readonly Beside[];
}

const meanings = {
  poured: { side: "bought", needs: "flow", beside: ["amount"] },
  pouredInto: { side: "bought", needs: "flow", beside: ["market", "amount"] },
  pickedUp: { side: "bought", needs: "flow", beside: ["market", "amount"] },
  snappedUp: { side: "bought", needs: "flow", beside: ["nothing", "amount"] },
  pulled: { side: "sold", needs: "flow", beside: ["amount"] },
  pulledOut: { side: "sold", needs: "flow", beside: ["market", "amount"] },
  moneyLeft: { side: "sold", needs: "flow", beside: ["market"] },
  tookIn: { side: "bought", needs: null, beside: ["amount"] },
  addedTo: { side: "bought", needs: null, beside: ["holdings"] },
  wiped: { side: "sold", needs: null, beside: ["amount", "gains"] },
} as const satisfies Readonly<Record<string, SidePhrase>>;

/** Past, participle and "-ing": the other forms of these verbs have a meaning of their own more often. */
const table = createPhraseTable<keyof typeof meanings>({
  poured:
    "poured|pouring|pumped|pumping|plowed|plowing|ploughed|ploughing|piled|piling|funneled|funnelled|parked|parking|took on|taken on|taking on",
  pouredInto:
    "poured into|poured in|pouring into|pumped into|pumping into|plowed into|ploughed into|piled into|piled in|piling into|rushed into|flocked to|flocked into|crowded into|flowed in|flowed into|flowing into",
  pickedUp: "picked up|picking up|mopped up|soaked up|loaded up on|stocked up on",
  snappedUp: "snapped up|snapping up|scooped up|scooping up|gobbled up|hoovered up",
  pulled: "pulled|pulling|withdrew|withdrawn|withdrawing|yanked|yanking",
  pulledOut:
    "pulled out of|pulled out|pulling out of|withdrew from|withdrawn from|bailed out of|cashed out of|rushed out of|fled|flee|flees|fleeing|divested|divesting|disposed of|disposing of|parted with|parting with|deserted|shunned|shun|shuns|shunning|abandoned|soured on|turned their backs on|turned its back on|walked away from|flowed out|flowed out of|flowing out of|exodus|exodus from",
  moneyLeft:
    "money left|money leaves|money leaving|money has left|capital left|capital leaves|capital leaving|capital has left|cash left|capital flight|a run on|an exodus from|flight from|flight out of|net takers of money out of",
  tookIn: "took in|taken in|taking in",
  addedTo: "added to|adding to|adds to",
  wiped:
    "drained|draining|siphoned off|took a hit of|suffered a hit of|hemorrhaged|haemorrhaged|wiped|wiping|wiped out|wiping out|wiped off|wiped away|erased|erasing|shaved|shaved off|knocked off|lopped off|took off|takes off|taken off|taking off|took out|taken out|taking out|gave back|given back|giving back|gave up|given up|giving up",
});

/** The longest phrase at a place, and the place behind it. */
export function sidePhraseAt(
  tokens: readonly Token[],
  at: number,
): { readonly phrase: SidePhrase; readonly end: number } | null {
  const found = phraseAt(table, tokens, at);
  return found && { phrase: meanings[found.value], end: found.end };
}

const nouns = {
  market:
    /^(?:treasur(?:y|ies)|bonds?|stocks?|equit(?:y|ies)|securit(?:y|ies)|assets?|markets?|dollars?|america|debt|notes|bills|shares|agenc(?:y|ies)|credit)$/,
  holdings: /^(?:holdings?|stockpiles?|stakes?|reserves?|positions?|piles?|portfolios?)$/,
  gains: /^(?:gains?|increases?|rises?|advances?|inflows?|purchases)$/,
} as const;
const people =
  /^(?:investors?|foreigners?|money|capital|cash|buyers?|sellers?|residents?|officials?|holders?|creditors?)$/;

/**
 * The place behind a phrase that a noun near it shows to be about money ("poured into stocks", not "poured into the
 * streets"), with the gains that it is said of; null where none does.
 */
export function moneyBeside(
  { beside }: Pick<SidePhrase, "beside">,
  tokens: readonly Token[],
  at: number,
  end: number,
): number | null {
  // A claim that stands at once behind it has the figure, and the verb is held against that.
  if (isMarked(tokens, end)) return null;
  for (const sort of beside) {
    if (sort === "amount") continue;
    if (sort === "nothing") return end;
    const noun = placeOf(tokens, end, end + 4, nouns[sort]);
    // Otherwise "gains" would be read as a rise of its own.
    if (noun !== null) return sort === "gains" ? noun + 1 : end;
    if (sort === "market" && placeOf(tokens, at - 3, at, people) !== null) return end;
  }
  return null;
}

function isMarked(tokens: readonly Token[], end: number): boolean {
  let at = end;
  while (at < end + 3 && /^(?:an?|the|net|another|about)$/.test(wordAt(tokens, at))) at += 1;
  const token = tokens[at];
  return token?.kind === "mark" && token.mark === claimMark;
}

/** What stands for each character of a mark in the text round it. */
const claimMark = "\ufffc";

function placeOf(tokens: readonly Token[], from: number, to: number, words: RegExp): number | null {
  for (let at = from; at < to; at += 1) {
    if (words.test(wordAt(tokens, at))) return at;
  }
  return null;
}
