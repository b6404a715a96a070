import { plainSpaces } from "#lib/claims/figure-words";
import type { TextSpan } from "#lib/claims/text-span";
import { unitsOf } from "./mention-units.ts";
import type { NounMention } from "./noun.ts";
import { firstFrom } from "./span-index.ts";

/** Areas that words set above or below what a claim is of: "behind only Japan and Britain", "ahead of Belgium". */
export interface ComparedAreas extends TextSpan {
  readonly claim: number;
  /** Whether what the claim is of has more than they, or less. */
  readonly side: "more" | "less";
  /** Whether no others are. */
  readonly isOnly: boolean;
  readonly areas: readonly NounMention[];
}

const words =
  /\b(?:(?<less>behind|trailing|trailed by|topped by)|(?<after>after)|(?<more>ahead of|followed by))(?<only> only| just)?(?= )/giu;
const first = /^ (?:the |mainland )*$/iu;
const further = /^(?:['\u2019]s?)?(?:, and|,| and) (?:the |mainland )*$/iu;

/**
 * What is compared with the claim before it in the sentence, else with the one behind. "After Japan" compares only where `isRank`
 * says so of the claim.
 */
export function findCompared(
  source: string,
  areas: readonly NounMention[],
  claims: readonly TextSpan[],
  isRank: (claim: number) => boolean,
): ComparedAreas[] {
  const text = plainSpaces(source);
  const { around } = unitsOf(text, claims);
  return [...text.matchAll(words)].flatMap((match): ComparedAreas[] => {
    const behind = firstFrom(claims, match.index);
    const isNear = (claim: number) => {
      const sentence = around[claim]?.sentence;
      return sentence && sentence.start <= match.index && match.index < sentence.end;
    };
    const claim = [behind - 1, behind].find(isNear);
    const from = match.index + match[0].length;
    const listed = listedFrom(text, from, areas);
    const end = listed.at(-1)?.end;
    if (claim === undefined || end === undefined) return [];
    if (match.groups?.["after"] !== undefined && !isRank(claim)) return [];
    const side = match.groups?.["more"] === undefined ? "less" : "more";
    const isOnly = match.groups?.["only"] !== undefined;
    return [{ start: match.index, end, claim, side, isOnly, areas: listed }];
  });
}

/** "Japan, Britain and China" from an offset on. */
function listedFrom(text: string, from: number, areas: readonly NounMention[]): NounMention[] {
  const listed: NounMention[] = [];
  for (const area of areas.slice(firstFrom(areas, from))) {
    const [start, link] = [listed.at(-1)?.end ?? from, listed.length === 0 ? first : further];
    if (area.start - start > 30 || !link.test(text.slice(start, area.start))) break;
    listed.push(area);
  }
  return listed;
}
