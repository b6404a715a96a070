import { printExpression } from "#lib/expressions/print";
import type { Expression } from "#lib/expressions/tree";
import { readSayings, type Trouble } from "./read-sayings.ts";
import { asksLater } from "./same-question.ts";
import type { Need, Saying } from "./saying.ts";
import { findTurns } from "./turn-words.ts";

/**
 * The sayings of a text that stands beside `count` expressions. Where there are more sayings, a direction that another saying
 * shows is left out, because it needs no expression of its own: "climbed for eleven straight months" beside a run of rises,
 * "rose from $3 billion to $5 billion" beside the two amounts, "net sellers in three months" beside a count of them. The
 * sayings as they are where this does not make them as many.
 */
export function fitSayings(sayings: readonly Saying[], count: number): readonly Saying[] {
  if (sayings.length <= count) return sayings;
  const kept = sayings.filter((saying) => !isShown(saying, sayings));
  return kept.length === count ? kept : sayings;
}

/** How to tie so many sayings that none of them is left out: with an expression for each. */
export function howToTie(sayings: readonly Saying[]): string {
  const [first, second, ...others] = sayings;
  const isFrom = first?.sense === "comparison" && first.needs === "change";
  if (isFrom && second?.sense === "amount" && others.length === 0) {
    return `take the later figure into the claim as well ("$5 billion, ${first.text} ${second.text}") and give the later and the earlier: of="LATER; EARLIER"; or tie these words to of="LATER - EARLIER; EARLIER"`;
  }
  const each = sayings.map(({ text, needs, sense }) => `${templateOf(needs, sense)} for "${text}"`);
  return `give each an expression, in this order and with semicolons between: ${each.join("; ")}; or a claim of its own`;
}

function templateOf(needs: Saying["needs"], sense: Saying["sense"]): string {
  return needs === null ? (sense === "ratio" ? "PART / WHOLE" : "the amount") : templates[needs];
}

const templates: Readonly<Record<Need, string>> = {
  change: "change(KEY, PERIOD, EARLIER)",
  difference: "A - B",
  flow: "the net purchases",
  rank: "rank(KEY, PERIOD)",
  record: "record_rank(KEY, PERIOD)",
  count: "count(CONDITION, KEY, RANGE)",
  run: "run(CONDITION, KEY, PERIOD)",
};

/** Whether the ends of "from $3 billion to $5 billion" show a direction, by more than they are rounded. */
export function endsShow(sayings: readonly Saying[], direction: "up" | "down"): boolean {
  const [from, to, ...others] = sayings.filter(({ sense }) => sense === "amount");
  if (from?.accepts.type !== "values" || to?.accepts.type !== "values" || others.length > 0) {
    return false;
  }
  if (from.accepts.dimension !== to.accepts.dimension) return false;
  const [less, more] = direction === "up" ? [from.accepts, to.accepts] : [to.accepts, from.accepts];
  const [high, low] = [less.interval.high, more.interval.low];
  return high !== null && low !== null && high.lte(low);
}

/** Whether plain words of a direction before a claim are shown by its ends: "rose" before "from $3 billion to $5 billion". */
export function showsWord(word: string, claim: string): boolean {
  const [turn, ...others] = findTurns(word, "direction");
  const read = readSayings(claim);
  if (!turn || others.length > 0 || "trouble" in read) return false;
  return endsShow(read.sayings, turn.sign > 0 ? "up" : "down");
}

/**
 * "Rose from $3 billion to $5 billion" is said of one thing at two times, the later last; `before` is what stands before the
 * words of the claim. Problem: `wrong-shape`.
 */
export function findEndsTrouble(
  before: string,
  words: string,
  trees: readonly Expression[],
): Trouble | null {
  const [first, second, ...others] = trees;
  if (!first || !second || others.length > 0) return null;
  const read = readSayings(words);
  const sayings = "sayings" in read ? read.sayings : [];
  // "Up from $3 billion" beside a change and an amount is held against the change.
  if (fitSayings(sayings, trees.length).some(({ sense }) => sense !== "amount")) return null;
  const isBack = isBackward(sayings);
  if (isBack ? asksLater(first, second) : asksLater(second, first)) return null;
  const start = [...(before + words).matchAll(movedFrom)].find(
    ({ index, 0: { length } }) => index + length >= before.length,
  );
  if (!start || findTurns(start[0], "direction").length === 0) return null;
  return {
    kind: "wrong-shape",
    message: `"${start[0].trim()}" is said of one thing at two times, the ${isBack ? "later" : "earlier"} first, and the expressions are ${printExpression(first)} and ${printExpression(second)}`,
    fix: `give the same expression twice, of the ${isBack ? "later and of the earlier" : "earlier and of the later"} period`,
  };
}

const movedFrom = /(?<!\p{L})\p{L}+ from /gu;

/** Whether a bare direction or side follows from a count in the same text, or from the two amounts it is said of. */
function isShown(saying: Saying, sayings: readonly Saying[]): boolean {
  const { sense, accepts, printed } = saying;
  if (accepts.type !== "values" || accepts.dimension !== "any" || printed !== null) return false;
  const direction = accepts.interval.low === null ? "down" : "up";
  const isLevel = accepts.interval.low !== null && accepts.interval.high !== null;
  if (isLevel) return false;
  const counted = sayings.find((each) => each.sense === "count")?.condition ?? null;
  switch (sense) {
    case "change":
      return (
        counted === (direction === "up" ? "rising" : "falling") || endsShow(sayings, direction)
      );
    case "side":
      return counted === (direction === "up" ? "positive" : "negative");
    case "comparison":
      return isBackward(sayings) && endsShow(sayings.toReversed(), direction);
    default:
      return false;
  }
}

/** "$5 billion, up from $3 billion" gives the later of the two first. */
function isBackward([to, comparison, from]: readonly Saying[]): boolean {
  const isFrom = comparison?.sense === "comparison" && comparison.needs === "change";
  return isFrom && to?.sense === "amount" && from?.sense === "amount";
}
