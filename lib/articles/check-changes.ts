import { directionWords } from "#lib/claims/direction-words";
import { askAlike } from "#lib/claims/same-question";
import { comparativeWords } from "#lib/claims/comparison-words";
import { readTokens } from "#lib/claims/word-token";
import { unturned, withoutVintage } from "#lib/expressions/bare";
import { netSideOf } from "#lib/expressions/net-of-gross";
import type { Expression } from "#lib/expressions/tree";
import type { Problem } from "#lib/series/problem";
import type { CheckedClaim } from "./check-claim.ts";

/** How far before its own sentence a claim is led: "The United Kingdom’s fall was $23.0 billion. Japan’s was $17.2 billion." */
const lead = 240;

/** Words, besides those that name a direction or compare, that say that a figure is what lies between two others. */
const between =
  /\b(?:chang\w*|differ\w*|between|gaps?|swing\w*|turnaround|revis\w*|mov(?:e|ed|es|ing|ement)|apart|ahead|behind|short(?:fall)?|surplus|margin|exceed\w*|outstrip\w*|miss\w*|added?|adding|adds|take\w*|took|taking|shed\w*|put|lift\w*|subtract\w*|contribut\w*|account\w* for|due to|off|by|swell|growth|compound\w*|annual rate)\b/iu;

/** A sign before an amount: no level of anything has one. */
const signed = /(?:^|[\s(])(?:[+\u2212-]|minus |plus )(?=[$\u00a3\u20ac\d])/iu;

/**
 * A change is no level: "holdings were $124 billion" is not what `change(KEY, …)` is of. So its claim, its sentence, or what
 * leads it says that something changed or is compared (`unsaid-change`). And a change in percent is no share (`not-a-share`).
 */
export function checkChanges(claims: readonly CheckedClaim[]): Problem[] {
  return claims.flatMap(({ claim, parts }): Problem[] => {
    const { before, claim: words, after } = claim.sentence;
    const from = Math.max(0, claim.from - before.length - lead);
    const leads = claim.block.leads.map(({ text }) => text).join("; ");
    const said = [leads, claim.block.text.slice(from, claim.from), words, after].join(" ");
    return parts.flatMap(({ tree, saying }): Problem[] => {
      const node = unturned(withoutVintage(tree));
      if (saying?.sense !== "amount" || !isChangeOfOne(node)) return [];
      if (netSideOf(node) !== null && !saysGross(`${before}${words}`, after)) return [];
      if (inPercent(node) && /^\s*of\b/u.test(after) && !saysChange(words)) {
        return [
          {
            kind: "not-a-share",
            message: `"${words} of" says a share, and the expression is a change in percent`,
            at: claim.at,
            fix: "use share(PART, WHOLE, PERIOD), or say by how much it changed",
          },
        ];
      }
      if (saysChange(said)) return [];
      return [
        {
          kind: "unsaid-change",
          message: `"${words}" is a change, and nothing near it says so`,
          at: claim.at,
          fix: "say that it rose or fell by that, or use at(KEY, PERIOD) for the level",
        },
      ];
    });
  });
}

/** Whether the words nearest to the end of a claim are of gross amounts, of which a net one is what lies between. */
function saysGross(before: string, after: string): boolean {
  const last = [...before.matchAll(netOrGross)].at(-1) ?? [...after.matchAll(netOrGross)][0];
  return last?.[0].toLowerCase() === "gross";
}

const netOrGross = /\b(?:net|gross|on balance)\b/giu;

/** What lies between two figures of one series. */
function isChangeOfOne(node: Expression): boolean {
  if (node.kind === "change" || node.kind === "growth" || node.kind === "contribution") return true;
  return node.kind === "binary" && node.operator === "-" && askAlike(node.left, node.right);
}

function inPercent(node: Expression): boolean {
  return node.kind === "growth" || (node.kind === "change" && node.name === "pct_change");
}

function saysChange(text: string): boolean {
  if (between.test(text) || signed.test(text)) return true;
  return readTokens(text).some(
    (token) =>
      token.kind === "word" &&
      [token.word, token.word.replace(/s$/u, "")].some(
        (word) => directionWords.has(word) || comparativeWords.has(word),
      ),
  );
}
