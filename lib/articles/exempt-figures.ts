import { findComparingWords } from "#lib/claims/comparing-words";
import { readAll } from "#lib/claims/read-at";
import { findStatedFigures } from "#lib/claims/stated-figure";
import type { TextSpan } from "#lib/claims/text-span";
import { readTokens, spanOfTokens } from "#lib/claims/word-token";

/** Why no claim is made about the data of the store. CONTRIBUTING.md says when each is true. */
export const exemptions = [
  "other-data",
  "example",
  "hypothetical",
  "name",
  "definition",
  "summary",
  "idiom",
] as const;

export type Exemption = (typeof exemptions)[number];

export function isExemption(text: string): text is Exemption {
  return exemptions.some((known) => known === text);
}

/**
 * What a reader would take for something that the store says: dollars, percent, a rank or a record; else a word that compares,
 * counts or says a direction. The first of the text, or null.
 */
export function findStoreFigure(text: string): TextSpan | null {
  const figure = findStatedFigures(text).find(
    (found) =>
      found.type === "spelled" || (found.type === "amount" && found.dimension !== "number"),
  );
  if (figure) return figure;
  const tokens = readTokens(text);
  const ranked = readAll(tokens).find(
    (reading) => "sense" in reading && (reading.sense === "rank" || reading.sense === "record"),
  );
  if (ranked) return spanOfTokens(tokens, ranked.from, ranked.end);
  return findComparingWords(text)[0] ?? null;
}
