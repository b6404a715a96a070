import type { Value } from "#lib/expressions/value";
import type { Ledger, LedgerClaim, LedgerPart } from "./ledger.ts";
import { articleAddress, citeLedger, licence } from "./terms.ts";

/** The form of the file. The first number changes when a program that reads it must change too. */
export const schemaVersion = "1.0";

/** The claims of an article as `claims.json`. `origin` is where the site is published. */
export function claimsJson(ledger: Ledger, origin: string): string {
  const { slug, ...article } = ledger.article;
  const content = {
    schema: `${origin}/developers#claims`,
    schemaVersion,
    article: { slug, address: articleAddress(slug, origin), ...article },
    newestVintage: ledger.newest,
    licence,
    citation: citeLedger(ledger, origin),
    claims: ledger.claims.map((claim) => claimJson(claim, ledger, origin)),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

function claimJson(claim: LedgerClaim, { article, newest }: Ledger, origin: string) {
  const { number, id, words, sentence, expression, computation, computed, interval } = claim;
  return {
    number,
    id,
    words,
    sentence,
    receipt: `${origin}${claim.path}`,
    place: `${articleAddress(article.slug, origin)}#claim-${id}`,
    expression,
    computation,
    computed,
    interval,
    asOf: claim.asOf,
    pinned: claim.pinned,
    verdict: claim.verdict,
    standing: { vintage: newest, verdict: claim.standing, computed: claim.computedNow },
    quotedFrom: claim.quotedFrom,
    cellCount: claim.cellCount,
    parts: claim.parts.map(partJson),
  };
}

function partJson({ said, computation, value, accepts, steps }: LedgerPart) {
  return { said, computation, value: valueJson(value), accepts, steps };
}

/** Beyond so many digits a quotient is taken not to end. */
const mostDigits = 40;

/** A value in base units. `exact` is false where the digits are cut. */
export function valueJson(value: Value) {
  if (value.type !== "quantity") return value;
  const { amount, dimension } = value;
  const exact = amount.precision() <= mostDigits;
  return { type: "quantity", amount: exactText(value), unit: dimension, exact };
}

/** An amount with all its digits. */
export function exactText({ amount }: Extract<Value, { type: "quantity" }>): string {
  return amount.toFixed();
}
