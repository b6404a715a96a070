import { slugsOf } from "./fit.ts";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import type { NounDimension, NounMention } from "./noun.ts";
import { firstFrom } from "./span-index.ts";
import type { SubjectPart } from "./subject.ts";

/** What goes without saying of a whole: that it is all of them. */
const totals = /^(?:grand-total|all-countries|us-residents|us-securities|foreign-securities)$/u;

/**
 * Whether the whole that a part is measured against is known to a reader: it is the total, it is of what the part is of, or
 * its sentence, those before it, or what is read before the block, names it; or they name what is left without it.
 */
export function namesWhole(
  dimension: NounDimension,
  claim: number,
  { focus, whole, netted = [] }: SubjectPart,
  { text, found, units }: Pick<Mentions<NounMention>, "text" | "found" | "units">,
  wider: readonly NounMention[],
): boolean {
  const known = new Set(slugsOf(focus)[dimension]);
  const asked = slugsOf(whole)[dimension].filter((slug) => !known.has(slug) && !totals.test(slug));
  const end = firstFrom(found, units[claim]?.sentence.end ?? 0);
  const heard = [...found.slice(Math.max(0, end - mostLookedAt), end), ...wider];
  const names = (slug: string) => heard.some(({ noun }) => noun.fits.has(slug));
  const { start = 0, end: behind = 0 } = units[claim]?.clause ?? {};
  const isNet = !compares.test(text.slice(start, behind)) && slugsOf(netted)[dimension].some(names);
  return isNet || asked.every(names);
}

/** A net amount is no more than something else; "more than $5 billion" is an amount. */
const compares =
  /\b(?:more|less|fewer|larger|smaller|bigger|higher|lower)\b(?! than (?:\p{L}+ )?[\p{Sc}\d])/iu;
