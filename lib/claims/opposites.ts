import { comparativeWords, superlativeWords } from "./comparison-words.ts";
import { directionWords } from "./direction-words.ts";
import { ordinalInWords, ordinalOf } from "./number-words.ts";
import { sideWords } from "./side-words.ts";

/** Hedges and phrases whose opposite is not that of their single words. */
const phrases: ReadonlyMap<string, string> = new Map([
  ["snapped up", "dumped"],
  ["scooped up", "dumped"],
  ["picked up", "offloaded"],
  ["wiped", "added"],
  ["wiped off", "added"],
  ["wiped out", "added"],
  ["erased", "added"],
  ["gave back", "added"],
  ["divested", "bought"],
  ["disposed of", "bought"],
  ["parted with", "bought"],
  ["took on", "sold"],
  ["deserted", "bought"],
  ["shunned", "bought"],
  ["abandoned", "bought"],
  ["flowed out", "flowed in"],
  ["flowed out of", "flowed into"],
  ["flowed in", "flowed out"],
  ["flowed into", "flowed out of"],
  ["dried up", "rose"],
  ["evaporated", "rose"],
  ["rolled back", "built up"],
  ["wound down", "built up"],
  ["whittled away", "built up"],
  ["whittled down", "built up"],
  ["pared back", "built up"],
  ["cut back", "built up"],
  ["cut back on", "built up"],
  ["drew down", "built up"],
  ["beefed up", "scaled back"],
  ["ramped up", "scaled back"],
  ["stepped up", "scaled back"],
  ["returned", "cooled"],
  ["cooled", "revived"],
  ["revived", "cooled"],
  ["bulked up", "scaled back"],
  ["fattened up", "scaled back"],
  ["extended", "cut"],
  ...both([
    ["more than", "less than"],
    ["at least", "at most"],
    ["over", "under"],
    ["above", "below"],
    ["just over", "just under"],
    ["well over", "well under"],
    ["nearly", "more than"],
    ["almost", "over"],
    ["twice", "half"],
    ["doubled", "halved"],
    ["doubling", "halving"],
    ["nearly all", "almost none"],
    ["all of", "none of"],
    ["took off", "added"],
    ["took out", "took in"],
    ["poured", "pulled"],
    ["pumped", "pulled"],
    ["piled", "pulled"],
    ["plowed", "pulled"],
    ["ploughed", "pulled"],
    ["parked", "withdrew"],
    ["poured into", "pulled out of"],
    ["piled into", "pulled out of"],
    ["piled into", "fled"],
    ["peaked", "bottomed"],
    ["built up", "scaled back"],
    ["building up", "scaling back"],
    ["builds up", "scales back"],
    ["ahead of", "behind"],
    ["record high", "record low"],
  ]),
]);

/**
 * The word that says the contrary in the same form and case: "fell" of "rose", "Net sellers" of "Net buyers", "less than"
 * of "more than", "smallest" of "largest", "third" of "second". Of several words the one that has an opposite is turned.
 * null where no word has one.
 */
export function oppositeOf(words: string): string | null {
  const plain = words.toLowerCase().replaceAll("\u2019", "'");
  const whole = phrases.get(plain) ?? wordOpposite(plain);
  if (whole !== null) return inCaseOf(words, whole);
  const parts = words.split(/(?<=[ -])|(?=[ -])/u);
  // The ordinal before a superlative counts from its end, so that the superlative is turned first.
  for (const [place, part] of [...parts.entries()].reverse()) {
    const opposite = wordOpposite(part.toLowerCase());
    if (opposite !== null) return parts.with(place, inCaseOf(part, opposite)).join("");
  }
  return null;
}

/** The words with each rank one place further down: "second-largest" is "third-largest", "largest" "second-largest". */
export function nextRankOf(words: string): string | null {
  const [first = "", ...rest] = words.split(/(?<=[ -])|(?=[ -])/u);
  const place = ordinalOf(first.toLowerCase());
  if (place !== null) return [inCaseOf(first, ordinalInWords(place + 1)), ...rest].join("");
  if (!superlativeWords.has(first.toLowerCase())) return null;
  return inCaseOf(first, `second-${first.toLowerCase()}`) + rest.join("");
}

/** `replacement` with a capital letter where `written` has one. */
export function inCaseOf(written: string, replacement: string): string {
  const isCapital = /^\p{Lu}/u.test(written);
  return isCapital ? replacement.slice(0, 1).toUpperCase() + replacement.slice(1) : replacement;
}

function wordOpposite(word: string): string | null {
  return (
    phrases.get(word) ??
    directionWords.get(word)?.opposite ??
    sideWords.get(word)?.opposite ??
    comparativeWords.get(word)?.opposite ??
    superlativeWords.get(word)?.opposite ??
    null
  );
}

function both(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [one, other] of pairs) {
    if (!map.has(one)) map.set(one, other);
    if (!map.has(other)) map.set(other, one);
  }
  return map;
}
