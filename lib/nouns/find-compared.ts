import { plainSpaces } from "#lib/claims/figure-words";
import type { TextSpan } from "#lib/claims/text-span";
import { unitsOf } from "./mention-units.ts";
import type { NounFinder } from "./noun-finder.ts";
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
  /\b(?<sole>(?<!not )only )?(?:(?<less>behind|trailing|topped by)|(?<after>after)|(?<more>ahead of|followed by|trailed by))(?<only> only| just)?(?= )/giu;
/** "Not only behind Japan" denies nothing. */
const denial =
  /(?:\b(?:not(?! only)|never|no longer|nor|neither|without|hardly|barely|scarcely|cannot|nowhere near|far from|anything but)|n['\u2019]t)\b[^.;:!?]{0,30}$/iu;
const first = /^ (?:the |mainland )*$/iu;
const further = /^(?:['\u2019]s?)?(?:, and|,| and) (?:the |mainland )*$/iu;

/**
 * What is compared with the claim before it in the sentence, else with the one behind. "After Japan" compares only where `isRank`
 * says so of the claim. Nothing is known of a comparison that is denied: "no longer ahead of Belgium".
 */
export function findCompared(
  source: string,
  finder: NounFinder,
  claims: readonly TextSpan[],
  isRank: (claim: number) => boolean,
): ComparedAreas[] {
  const text = plainSpaces(source);
  const matches = [...text.matchAll(words)];
  if (matches.length === 0) return [];
  const areas = finder.find(source).filter(({ noun }) => noun.dimension === "area");
  const { around } = unitsOf(text, claims);
  return matches.flatMap((match): ComparedAreas[] => {
    const behind = firstFrom(claims, match.index);
    const isNear = (claim: number) => {
      const sentence = around[claim]?.sentence;
      return sentence && sentence.start <= match.index && match.index < sentence.end;
    };
    const claim = [behind - 1, behind].find(isNear);
    const listed = listedFrom(text, match.index + match[0].length, areas);
    const end = listed.at(-1)?.end;
    if (claim === undefined || end === undefined) return [];
    if (denial.test(text.slice(Math.max(0, match.index - 60), match.index))) return [];
    const { after, more, sole, only } = match.groups ?? {};
    if (after !== undefined && !isRank(claim)) return [];
    const side = more === undefined ? "less" : "more";
    const isOnly = (sole ?? only) !== undefined;
    return [{ start: match.index, end, claim, side, isOnly, areas: listed }];
  });
}

/** "Japan, Britain and China" from an offset on. */
function listedFrom(text: string, from: number, areas: readonly NounMention[]): NounMention[] {
  const listed: NounMention[] = [];
  for (const area of areas.slice(firstFrom(areas, from))) {
    const start = listed.at(-1)?.end ?? from;
    const link = listed.length === 0 ? first : further;
    if (area.start - start > 30 || !link.test(text.slice(start, area.start))) break;
    listed.push(area);
  }
  return listed;
}
