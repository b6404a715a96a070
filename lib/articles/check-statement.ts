import { createNounFit, fitPeriod } from "#lib/nouns/fit";
import type { Nouns } from "#lib/nouns/nouns";
import { findPeriodMentions } from "#lib/nouns/period-mention";
import type { Subject } from "#lib/nouns/subject";
import { sentencesOf } from "#lib/nouns/text-units";
import type { Problem } from "#lib/series/problem";
import type { IdentifiedClaim } from "./identify-claims.ts";

/** Causes, motives and opinions: no table of figures makes them true. */
const unheld =
  /\b(?:because|due to|owing to|thanks to|as a result|therefore|caus(?:e[ds]?|ing)|driv(?:en|es|ing)|drove|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)|forc(?:es|ed|ing)|explain(?:s|ed)?|prov(?:es?|ed|en)|demonstrat\w+|confirm(?:s|ed)?|refut\w+|debunk\w*|vindicat\w+|justif\w+|blam\w+|should|ought|deserv\w+|fear\w*|panic\w*|frighten\w*|scar(?:ed|es|ing)|want(?:s|ed)?|believ\w+|hop(?:es?|ed|ing))\b/iu;

/** Words in holds="…" that the truth of its expression is no evidence of. Problem: `unheld-words`. */
export function findUnheldWords({ form, text, at }: IdentifiedClaim): Problem[] {
  const found = form === "statement" ? unheld.exec(text)?.[0] : undefined;
  if (found === undefined) return [];
  return [
    {
      kind: "unheld-words",
      message: `"${found}" in "${text}" states a cause, a motive or an opinion, which holds="…" cannot hold`,
      at,
      fix: "leave it outside the mark, and let the mark hold what the figures say",
    },
  ];
}

/**
 * A statement's words are read by nobody, so that a reader must be told nearby what is ticked: its sentence, the one before, a
 * heading of its section or the heads of its cell name the area, class, measure or period. Problem: `unnamed-statement`.
 */
export function findUnnamedStatement(
  { form, text, at, block, from }: IdentifiedClaim,
  { parts, periods }: Subject,
  nouns: Nouns,
): Problem[] {
  if (form !== "statement" || parts.length === 0) return [];
  const sentences = sentencesOf(block.text);
  const own = sentences.findIndex(({ end }) => from < end);
  const near = sentences
    .slice(Math.max(0, own - 1), own + 1)
    .map(({ start, end }) => block.text.slice(start, end));
  const texts = [...near, ...block.leads.map((lead) => lead.text), ...block.headings.slice(0, 1)];
  const fits = parts.map((part) => createNounFit(part));
  const isNamed = texts.some(
    (words) =>
      nouns.finder.find(words).some(({ noun }) => fits.some((fit) => fit(noun) === "fits")) ||
      findPeriodMentions(words).some((mention) => fitPeriod(mention, periods) === "fits"),
  );
  if (isNamed) return [];
  const [series] = parts.flatMap(({ focus }) => focus);
  return [
    {
      kind: "unnamed-statement",
      message: `"${text}" is ticked by ${series?.key ?? "a series"}, "${series?.title ?? ""}", and its sentence names nothing of it`,
      at,
      fix: "name in the sentence whose, which securities, what is measured or when; or take the mark away",
    },
  ];
}
