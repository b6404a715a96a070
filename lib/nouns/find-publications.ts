import { plainSpaces } from "#lib/claims/figure-words";
import { monthWord } from "#lib/claims/printed-period";
import type { TextSpan } from "#lib/claims/text-span";
import { monthNumber } from "./period-words.ts";
import { firstFrom } from "./span-index.ts";

/** A claim, and the day of the vintage that it is read at; undefined where it compares several. */
export interface DatedClaim extends TextSpan {
  readonly vintage?: string | undefined;
}

const month = String.raw`(?:early |late |mid-)?(?<month>${monthWord})(?: (?<year>(?:19|20)\d\d)(?!\d))?`;
const figure = String.raw`(?:[^\s;:()]+ ){1,3}`;
/** "Put at $866 billion in February, and at $863 billion by June": of the claim before. */
const behind = new RegExp(
  String.raw`(?<=\b(?:put|estimated|reported|printed|given|shown|listed|placed|counted|revised|reckoned)(?: first)? (?:at|as|to|up to|down to) ${figure}(?:(?:in|by) ${month.replaceAll(/\?<\w+>/gu, "?:")},? and (?:at|as|to) ${figure})?(?:in|by) )${month}`,
  "gu",
);
/** "In February the Treasury put it at $866 billion": of the claim behind. */
const before = new RegExp(
  String.raw`\b[Ii]n ${month}(?=,? the (?:Treasury|department|tables?|release) (?:first )?(?:put|puts|printed|reported|published|estimated|gave|had|showed|counted|revised)\b)`,
  "gu",
);

/**
 * Months in which a figure is said to have been published, where the claim is read at a vintage of that month: they are no period
 * of the figure. In any other month it was not put so.
 */
export function findPublications(source: string, claims: readonly DatedClaim[]): TextSpan[] {
  const text = plainSpaces(source);
  return [
    ...[...text.matchAll(behind)].map((match) => ({ match, step: -1 })),
    ...[...text.matchAll(before)].map((match) => ({ match, step: 0 })),
  ]
    .filter(({ match, step }) => {
      const vintage = claims[firstFrom(claims, match.index) + step]?.vintage;
      const { month: name = "", year } = match.groups ?? {};
      return (
        vintage !== undefined &&
        Number(vintage.slice(5, 7)) === monthNumber(name) &&
        (year === undefined || vintage.startsWith(year))
      );
    })
    .map(({ match }) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((left, right) => left.start - right.start);
}
