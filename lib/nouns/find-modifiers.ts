import { foreignWord, plainSpaces } from "#lib/claims/figure-words";
import { spanOf, type TextSpan } from "#lib/claims/text-span";
import type { NounClaim } from "./find-noun-problems.ts";
import type { Stray } from "./find-strays.ts";
import { mostLookedAt, type Layout } from "./judge-topic.ts";
import { firstFrom, startingIn } from "./span-index.ts";

/** Words for what no table does with its figures; a number in the expression may do it. */
const computed = [
  String.raw`annuali[sz]ed|at an annual(?:i[sz]ed)? (?:rate|pace)`,
  String.raw`per (?:capita|head|person|citizen|inhabitant|household)|apiece`,
  String.raw`(?<=(?:illion|bn|\d) )(?:an?|each|every) (?:head|person|piece)`,
  String.raw`as a (?:share|percentage|proportion|fraction) of (?:(?:its|the|their) )?(?:GDP|gross domestic product|economic output|national income)`,
  String.raw`of (?:(?:its|their|the|that) |(?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}['\u2019]s? )(?:whole |entire |annual )?(?:economy|GDP|output|national income|gross domestic product|budget)|of GDP`,
].join("|");

const currencies = String.raw`(?:euros?|yen|yuan|renminbi|sterling|pesos?|(?:Swiss )?francs|rupees|rubles|roubles|won|reais|(?:Canadian|Australian|Hong Kong|Singapore) dollars)`;

/** "After inflation had passed 3 percent" is a time. */
const ofInflation = String.raw`in|of|at|above|below|had|has|was|is|rates?|data|reports?|figures|numbers|expectations|fears|\p{L}+ed|rose|fell|came|went|hit`;

/** Words for what nothing can do with them: their prices and seasons are in no table, nor what each buyer bought. */
const never = [
  String.raw`(?:adjusted|corrected) for (?:inflation|prices|seasonal\p{L}*|the season)|after inflation(?! (?:${ofInflation})(?!\p{L}))`,
  String.raw`(?:inflation|seasonally)[ -](?:adjusted|corrected)|in (?:real terms|constant (?:dollars|prices))`,
  String.raw`median|face value|par value`,
  String.raw`in (?:British pounds|${currencies})|(?<=(?:illion|bn|\d) )(?:pounds|${currencies}|${foreignWord})`,
].join("|");

const negated = /\b(?:not|nor|neither|never|without|before|no|un)(?: been| being)?[ -]?$/iu;
const modifier = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<computed>${computed})|${never})(?![\p{L}\p{N}])`,
  "giu",
);

/** What is said to have been done to a figure, and cannot have been. */
export interface ModifierMention extends TextSpan {
  /** Whether a number in the expression can do it. */
  readonly isComputed: boolean;
}

/**
 * Modifiers that the figures of a clause do not carry: with "annualized" or "per head" one of its claims must be computed with a
 * number, with "after inflation" none can. In brackets or behind a dash they are said of the claim before.
 */
export function findModifiers(
  { text: source, claims, units }: Layout & { readonly claims: readonly NounClaim[] },
  unheard: (mentions: readonly ModifierMention[]) => readonly ModifierMention[],
): Stray<ModifierMention>[] {
  const text = plainSpaces(source);
  const found = unheard(
    [...text.matchAll(modifier)].flatMap((match) => {
      const before = text.slice(Math.max(0, match.index - 20), match.index);
      const isComputed = match.groups?.["computed"] !== undefined;
      return negated.test(before) ? [] : [{ ...spanOf(match), isComputed }];
    }),
  );
  return found.flatMap((mention): Stray<ModifierMention>[] => {
    const here = firstFrom(claims, mention.start);
    const near = [here - 1, here];
    const own = near.filter((claim) => isSaidOf(mention, claim, { text, units }));
    const [nearest] = own.toSorted((left, right) => away(left) - away(right));
    function away(claim: number): number {
      const { start = 0, end = 0 } = claims[claim] ?? {};
      return Math.max(start - mention.end, mention.start - end, 0);
    }
    const clause = nearest === undefined ? undefined : units[nearest]?.clause;
    if (nearest === undefined || clause === undefined) return [];
    const together = startingIn(claims, clause).slice(0, mostLookedAt);
    const isDone = mention.isComputed && together.some(({ subject }) => subject.isComputed);
    return isDone ? [] : [{ claim: nearest, mention }];
  });
}

function isSaidOf(
  { start }: TextSpan,
  claim: number,
  { text, units }: Pick<Layout, "text" | "units">,
): boolean {
  const unit = units[claim];
  if (unit === undefined || start < unit.sentence.start || start >= unit.sentence.end) return false;
  if (start >= unit.clause.start && start < unit.clause.end) return true;
  const aside = unit.clauses.find((clause) => clause.start <= start && start < clause.end);
  return (
    aside !== undefined &&
    aside.start >= unit.clause.end &&
    /[(\u2014\u2013] ?$/u.test(text.slice(unit.clause.end - 3, aside.start))
  );
}
