// A claim: whether its cells give the value stated, and whether its words stand for that value.
import { acceptedFrom, isBorneOut, isSameAccepted, showAccepted } from "./accepted.mjs";
import { listTrouble } from "./lists.mjs";
import { absolute, compare, fraction, showNumber, subtract, zero } from "./numbers.mjs";
import { compute } from "./steps.mjs";
import { toldTrouble } from "./told.mjs";
import { readWords } from "./words.mjs";

/**
 * What is wrong with a claim, in words, or null; and whether all its words could be read here. `amounts` has what each cell comes
 * to.
 */
export function checkClaim(claim, amounts) {
  const { words, sentence, parts } = claim;
  let isRead = true;
  let place = { said: null, start: 0, end: 0 };
  if (!sentence.includes(words)) return { wrong: `"${words}" is not in its sentence`, isRead };
  for (const part of parts) {
    place = nextPlace(words, part.said, place);
    if (place.start < 0) return { wrong: `"${part.said}" is not in "${words}"`, isRead };
    const found = compute(part.steps, amounts);
    const read = readWords(words, place, part.value.unit);
    const wrong =
      valueTrouble(part, found) ??
      wordsTrouble(part, found, read) ??
      listTrouble(part, words, sentence);
    if (wrong !== null) return { wrong, isRead };
    isRead &&= read !== null;
  }
  return { wrong: toldTrouble(claim), isRead };
}

/** Where the words of a part stand: behind those before, or in their place, since one word may be said of several values. */
function nextPlace(words, said, last) {
  if (said === last.said) return last;
  const start = words.indexOf(said, last.end);
  return { said, start, end: start + said.length };
}

/** The cells must give the value that is stated. */
function valueTrouble({ said, value }, found) {
  if (isStated(found, value)) return null;
  return `"${said}": the cells give ${show(found)}, claims.json says ${show(value)}`;
}

/** The value must be one that the words stand for: as read here, and as `accepts` has it, which must be the same. */
function wordsTrouble({ said, accepts }, found, read) {
  const stated = acceptedFrom(accepts);
  const isSame = read === null || isSameAccepted(read, stated);
  if (isSame && isBorneOut(stated, found)) return null;
  const differing = isSame ? "" : ` (claims.json says ${showAccepted(stated)})`;
  return `"${said}" stands for ${showAccepted(read ?? stated)}${differing}; the cells give ${show(found)}`;
}

function isStated(found, stated) {
  switch (stated.type) {
    case "truth":
      return found === stated.truth;
    case "period":
      return found.period === stated.period;
    default: {
      // A quotient that never ends is stated as far as its digits go.
      const digits = stated.amount.split(".")[1]?.length ?? 0;
      const slack = stated.exact ? zero : { top: 1n, bottom: 10n ** BigInt(Math.min(digits, 40)) };
      return compare(absolute(subtract(found, fraction(stated.amount))), slack) <= 0;
    }
  }
}

/** A value found or stated, for people. */
function show(value) {
  if (typeof value === "boolean") return String(value);
  if ("truth" in value) return String(value.truth);
  if ("period" in value) return value.period ?? "no earlier period";
  return "amount" in value ? value.amount : showNumber(value);
}
