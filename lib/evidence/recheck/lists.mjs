// Whether words about a list (a count, a rank, a record) are about the list that was looked at.
import { itemsOf, waysIn } from "./lexicon.mjs";

/** What is wrong between the words of a part and its steps, or null. */
export function listTrouble({ said, steps }, words, sentence) {
  const list = listIn(steps);
  switch (list.op) {
    case "count":
    case "run":
      return conditionTrouble(list, words) ?? lengthTrouble(list, said);
    case "rank":
    case "lowest-since":
    case "highest-since":
      return endTrouble(list, said, sentence);
    default:
      return null;
  }
}

/** A period that was worked out stands before what is done at it. */
function listIn(step) {
  return step.op === "given" ? listIn(step.of.at(-1)) : step;
}

/** "fell in eleven of 39 months" is a count of falls. */
function conditionTrouble({ condition }, words) {
  const ways = waysIn(words);
  const sign = condition === "rising" || condition === "positive" ? 1 : -1;
  if (ways.length === 0 || ways.some((way) => way.sign === sign)) return null;
  return `"${words}" is said of what was counted as ${condition}`;
}

/** "of 39 months": a change is counted from the second period on. */
function lengthTrouble({ op, condition, periods }, said) {
  const outOf = itemsOf(said)?.find(({ kind }) => kind === "out-of")?.value;
  const isStep = condition === "rising" || condition === "falling";
  const counted = String(isStep ? periods.length - 1 : periods.length);
  if (op === "run" || outOf === undefined || outOf === counted) return null;
  return `"${said}" is said of ${outOf}, and ${counted} were looked at`;
}

/** "lowest" asks for the lowest. The largest sale is the lowest figure, for what is sold is below 0. */
function endTrouble({ op, from }, said, sentence) {
  const asked = itemsOf(said)?.find(({ kind }) => kind === "end")?.value;
  const own = from ?? op.replace("-since", "");
  if (asked === undefined || asked.end === own) return null;
  if (asked.isSize && waysIn(sentence).some(({ sign }) => sign < 0)) return null;
  return `"${said}" is said of what was counted from the ${own}`;
}
