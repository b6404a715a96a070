import { findUncounted } from "#lib/nouns/find-uncounted";
import { unitsOf } from "#lib/nouns/mention-units";
import type { NounMention } from "#lib/nouns/noun";
import type { ReadPart } from "./read-text.ts";
import type { Said } from "./said-figure.ts";

/** Who prints what is told is no holder: "data released by the Treasury showed". */
const printed =
  /\b(?:released|published|printed|reported|issued|compiled|collected|announced|provided|posted|shown|cited|estimated|polled|surveyed) (?:\p{L}+ )?by (?:the )?$/iu;

/** "Hedge funds in the Cayman Islands": the area is theirs, and no other holder. */
const where = /^ (?:based |resident |domiciled )?(?:in|of|from)(?: the)? $/iu;

/** The figures of a part that are of holders whom no table counts, with what the text calls them: "the Fed". */
export function uncountedHolders({ sentences, readable }: ReadPart): ReadonlyMap<Said, string> {
  const { text } = readable;
  const areas = sentences
    .flatMap(({ nouns }) => nouns)
    .filter(({ noun }) => noun.dimension === "area");
  const uncounted = areas.filter(
    ({ noun, start }) =>
      noun.fits.size === 0 && !printed.test(text.slice(Math.max(0, start - 60), start)),
  );
  const found = new Map<Said, string>();
  if (uncounted.length === 0) return found;
  const isWhere = ({ start }: NounMention) =>
    uncounted.some(({ end }) => end < start && where.test(text.slice(end, start)));
  const counted = areas.filter((area) => area.noun.fits.size > 0 && !isWhere(area));
  const said = sentences.flatMap((sentence) => sentence.said);
  const { sentences: spans, around } = unitsOf(text, said);
  const layout = { text, claims: said, units: around, sentences: spans };
  for (const { claim, mention } of findUncounted(uncounted, counted, layout)) {
    const clause = around[claim]?.clause;
    for (const one of said) {
      const isTheirs = clause !== undefined && clause.start <= one.start && one.start < clause.end;
      if (isTheirs && !isOfAnother(mention, one, counted)) {
        found.set(one, mention.noun.words);
      }
    }
  }
  return found;
}

/** "The Fed held $4 trillion and Japan $1.1 trillion": who is named later has the second. */
function isOfAnother(mention: NounMention, { start }: Said, counted: readonly NounMention[]) {
  return counted.some((area) => area.start >= mention.end && area.end <= start);
}
