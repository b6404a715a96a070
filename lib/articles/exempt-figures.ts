import { readAll } from "#lib/claims/read-at";
import { findStatedFigures } from "#lib/claims/stated-figure";
import type { TextSpan } from "#lib/claims/text-span";
import { readTokens, spanOfTokens } from "#lib/claims/word-token";

/** Why no data of the store can speak on a figure. CONTRIBUTING.md says when each is true. */
export const exemptions = ["other-data", "example", "hypothetical", "name"] as const;

export type Exemption = (typeof exemptions)[number];

export function isExemption(text: string): text is Exemption {
  return exemptions.some((known) => known === text);
}

/** What a reader would take for a figure of the store: dollars, percent, a rank or a record. The first of the text, or null. */
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
  return ranked ? spanOfTokens(tokens, ranked.from, ranked.end) : null;
}
