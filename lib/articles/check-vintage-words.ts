import { latestFirstPrint, monthsAfter } from "#lib/series/first-prints";
import { frequencyOf, monthsOf } from "#lib/series/period";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { CheckedClaim } from "./check-claim.ts";
import { readsFirstPrints, vintageOf } from "./claim-vintage.ts";

/** What words say of the vintage of a figure: that it is the first to have it, or the one that stands now. */
type Sort = "first" | "newest";

const words: Readonly<Record<Sort, RegExp>> = {
  first:
    /\b(?<!(?:than|since|unlike) (?:(?:it|they) (?:was|were) |was |were )?)(?:(?:first|initially|originally) (?:\p{L}+ )?(?:print|report|publish|releas|estimat|account|announce)\w*|initially|originally|preliminary|initial (?:print|report|release|estimate|figure)s?)/giu,
  newest:
    /\b(?:(?:newest|latest|most recent|up-to-date|current(?![- ]account)|currently)(?! (?:month|quarter|year|period|day)\b)|revised(?! (?:up |down )?from\b)|after (?:the |its |all |any )?revisions?|as (?:it|they|that) (?:now )?stands?|today|final (?:figures?|numbers?|counts?|tall(?:y|ies)|prints?|data|estimates?|readings?)|now(?= (?:at |put at |stands at )?$))/giu,
};

/** Where the words about one figure end and those about the next begin. */
const boundary = /[,;:()\u2014]| (?=(?:and|but|to|against|versus|while|whereas|then|now)\b)/u;

/**
 * "Newest", "latest", "final", "today" and "revised" by a figure that an older vintage than the article's gives, and "first printed" by one that
 * was revised since. What compares two vintages, or with a source, says both. Problem: `wrong-vintage`.
 */
export function checkVintageWords(
  claims: readonly CheckedClaim[],
  articleAsOf: VintageDate,
): Problem[] {
  return claims.flatMap((checked, index): Problem[] => {
    const day = vintageOf(checked);
    const isOfFirst = checked.parts.every(({ tree }) => readsFirstPrints(tree, "alone"));
    if ((day === null && !isOfFirst) || checked.claim.source !== null) return [];
    const said = sortSaid(checked, claims[index - 1], claims[index + 1]);
    const isWrong =
      (said?.sort === "newest" && (day === null || day < articleAsOf)) ||
      (said?.sort === "first" && day !== null && !isFirstPrint(checked, day));
    return isWrong ? [toProblem(checked, said, day, articleAsOf)] : [];
  });
}

/**
 * Whether the figures of the last month that a claim rests on were printed so when that month was printed first: what was not
 * revised since is what was printed first.
 */
function isFirstPrint({ cells }: CheckedClaim, day: VintageDate): boolean {
  const ends = cells.map(({ period }) => monthsOf(period).last);
  const last = ends.toSorted().at(-1);
  if (last === undefined || cells.some(({ period }) => frequencyOf(period) !== "monthly")) {
    return true;
  }
  const known = cells.filter(({ period }) => monthsOf(period).last === last);
  return (
    monthsAfter(last, day) <= latestFirstPrint ||
    known.every(({ knownFrom }) => monthsAfter(last, knownFrom) <= latestFirstPrint)
  );
}

interface Said {
  readonly sort: Sort;
  readonly text: string;
}

/** What is said nearest to a claim: in its own words, before it, behind it, then in the heads of its cell. */
function sortSaid(
  { claim }: CheckedClaim,
  before: CheckedClaim | undefined,
  after: CheckedClaim | undefined,
): Said | null {
  const { sentence, block } = claim;
  const [start, end] = [claim.from - sentence.before.length, claim.to + sentence.after.length];
  const left = before?.claim.block === block ? before.claim.to : 0;
  const right = after?.claim.block === block ? after.claim.from : block.text.length;
  const head = block.text.slice(Math.max(start, left), claim.from);
  const tail = block.text.slice(claim.to, Math.min(end, right));
  const cut = left > start ? head.search(boundary) : 0;
  const stop = tail.search(boundary);
  return (
    saidIn(claim.text).at(-1) ??
    saidIn(cut === -1 ? head : head.slice(cut)).at(-1) ??
    saidIn(stop === -1 ? tail : tail.slice(0, stop))[0] ??
    block.leads.flatMap(({ text }) => saidIn(text)).at(-1) ??
    null
  );
}

/** In the order of the text. */
function saidIn(text: string): Said[] {
  const found = (["first", "newest"] as const).flatMap((sort) =>
    [...text.matchAll(words[sort])].map((match) => ({ sort, text: match[0], at: match.index })),
  );
  return found.sort((left, right) => left.at - right.at);
}

function toProblem(
  { claim }: CheckedClaim,
  { sort, text }: Said,
  day: VintageDate | null,
  articleAsOf: VintageDate,
): Problem {
  const read = day === null ? "as first printed" : `as of ${day}`;
  return {
    kind: "wrong-vintage",
    message: `"${text}" stands by "${claim.text}", which is read ${read}; ${
      sort === "newest" ? `the article is as of ${articleAsOf}` : "that is no first print of it"
    }`,
    at: claim.at,
    fix:
      sort === "newest"
        ? 'leave out asOf="…" or first_printed, or say that it is the older figure'
        : 'name the vintage that printed it first with asOf="…", quote who printed it, or say that it was revised',
  };
}
