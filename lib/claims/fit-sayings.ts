import { printExpression } from "#lib/expressions/print";
import type { Expression } from "#lib/expressions/tree";
import { readSayings, type Trouble } from "./read-sayings.ts";
import { asksLater } from "./same-question.ts";
import type { Saying } from "./saying.ts";
import { findTurns } from "./turn-words.ts";

/**
 * The sayings of a text that stands beside `count` expressions. Where there are more sayings, a direction that another saying
 * shows is left out, because it needs no expression of its own: "climbed for eleven straight months" beside a run of rises,
 * "rose from $3 billion to $5 billion" beside the two amounts. The sayings as they are where this does not make them as many.
 */
export function fitSayings(sayings: readonly Saying[], count: number): readonly Saying[] {
  if (sayings.length <= count) return sayings;
  const kept = sayings.filter((saying) => !isShown(saying, sayings));
  return kept.length === count ? kept : sayings;
}

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
  const [from, to, ...others] = trees;
  if (!from || !to || others.length > 0 || asksLater(to, from)) return null;
  const start = [...(before + words).matchAll(movedFrom)].find(
    ({ index, 0: { length } }) => index + length >= before.length,
  );
  if (!start || findTurns(start[0], "direction").length === 0) return null;
  return {
    kind: "wrong-shape",
    message: `"${start[0].trim()}" is said of one thing at two times, the earlier first, and the expressions are ${printExpression(from)} and ${printExpression(to)}`,
    fix: "give the same expression twice, of the earlier and of the later period",
  };
}

const movedFrom = /(?<!\p{L})\p{L}+ from /gu;

/** Whether a bare direction follows from a run in the same text, or from the two amounts it is said of. */
function isShown(saying: Saying, sayings: readonly Saying[]): boolean {
  const { sense, accepts, printed } = saying;
  if (sense !== "change" || accepts.type !== "values" || accepts.dimension !== "any") return false;
  if (printed !== null) return false;
  const direction = accepts.interval.low === null ? "down" : "up";
  const isLevel = accepts.interval.low !== null && accepts.interval.high !== null;
  if (isLevel) return false;
  const isRun = sayings.some(
    ({ needs, condition, accepts: { type } }) =>
      (needs === "run" || type === "every") &&
      condition === (direction === "up" ? "rising" : "falling"),
  );
  return isRun || endsShow(sayings, direction);
}
