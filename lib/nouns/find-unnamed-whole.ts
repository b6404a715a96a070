import { slugsOf } from "./fit.ts";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import type { NounDimension, NounMention } from "./noun.ts";
import { firstFrom } from "./span-index.ts";
import type { SubjectPart } from "./subject.ts";

/** What goes without saying of a whole: that it is all of them. */
const totals = /^(?:grand-total|all-countries|us-residents|us-securities|foreign-securities)$/u;

/**
 * Whether the whole that a part is measured against is known to a reader: it is the total, it is of what the part is of, or
 * its sentence, those before it, or what is read before the block, names it.
 */
export function namesWhole(
  dimension: NounDimension,
  claim: number,
  { focus, whole }: SubjectPart,
  { found, units }: Pick<Mentions<NounMention>, "found" | "units">,
  wider: readonly NounMention[],
): boolean {
  const known = new Set(slugsOf(focus)[dimension]);
  const asked = slugsOf(whole)[dimension].filter((slug) => !known.has(slug) && !totals.test(slug));
  const end = firstFrom(found, units[claim]?.sentence.end ?? 0);
  const heard = [...found.slice(Math.max(0, end - mostLookedAt), end), ...wider];
  return asked.every((slug) => heard.some(({ noun }) => noun.fits.has(slug)));
}
