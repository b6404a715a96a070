import { findComparingWords } from "#lib/claims/comparing-words";
import { showsWord } from "#lib/claims/fit-sayings";
import { findStatedFigures } from "#lib/claims/stated-figure";
import type { TextSpan } from "#lib/claims/text-span";
import type { Place, Problem } from "#lib/series/problem";
import { rememberTexts } from "#lib/series/remember-texts";

/** A figure, or a word that compares, ranks or says a direction, by its offset in a text. */
export interface Unmarked {
  readonly kind: "unmarked-figure" | "unmarked-word";
  readonly text: string;
  readonly start: number;
  /** Why a figure cannot be read, and what to write instead; null for most. */
  readonly trouble: { readonly reason: string; readonly fix: string } | null;
}

/**
 * What a text says that a reader would take for data, in order. Years, months and days are none of it, nor are numbers that
 * name a table or a time of day.
 */
export const findUnmarked: (text: string) => readonly Unmarked[] = rememberTexts(readUnmarked);

function readUnmarked(text: string): Unmarked[] {
  const figures = findStatedFigures(text);
  const words = outside(findComparingWords(text), figures);
  const of = (start: number, end: number) => ({ text: text.slice(start, end).trim(), start });
  return [
    ...figures.map((figure): Unmarked => ({
      kind: "unmarked-figure",
      ...of(figure.start, figure.end),
      trouble: figure.type === "unreadable" ? { reason: figure.reason, fix: figure.fix } : null,
    })),
    ...words.map(({ start, end }): Unmarked => ({
      kind: "unmarked-word",
      ...of(start, end),
      trouble: null,
    })),
  ].sort((left, right) => left.start - right.start);
}

/** The spans that overlap none of `others`; both in rising order, for a text may have thousands of each. */
function outside(spans: readonly TextSpan[], others: readonly TextSpan[]): TextSpan[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next += 1;
    return end <= (others[next]?.start ?? Infinity);
  });
}

/**
 * The same as problems. `placeOf` gives the place of an offset, and is asked in rising order. `claims` are those that stand in
 * the text, where it has any: what touches one belongs into it.
 */
export function reportUnmarked(
  text: string,
  placeOf: (offset: number) => Place,
  claims: { readonly text: string; readonly spans: readonly TextSpan[] } | null = null,
): Problem[] {
  let next = 0;
  return findUnmarked(text).flatMap(({ kind, text: words, start, trouble }) => {
    const end = start + words.length;
    while ((claims?.spans[next]?.end ?? Infinity) <= start) next += 1;
    const near = claims?.spans.slice(Math.max(0, next - 1), next + 1) ?? [];
    if (claims && near.some((claim) => isShownBy(claims.text, claim, { start, end }))) return [];
    const whole = claims && wholeWith(near, { start, end }, claims.text);
    const orMark = 'or mark it <Quoted source="…"> or <Exempt reason="…">';
    const marked = whole
      ? `take it into the claim: <Claim of="…">${whole}</Claim>; or say it in another clause`
      : `tie it to the data with <Claim of="…">${words}</Claim>, ${orMark}`;
    const counted = /^\d{1,3}$/u.test(words)
      ? "; or, where it counts no data, write it as a word"
      : "";
    const message = `"${words}" is neither a claim, nor quoted, nor exempt`;
    return {
      kind,
      message: trouble === null ? message : `${message}, and ${trouble.reason}`,
      at: placeOf(start),
      fix: (trouble === null ? marked : `${trouble.fix}; then ${marked}`) + counted,
    };
  });
}

/** "rose" needs no mark of its own before a claim of "from $3 billion to $5 billion", which shows it. */
function isShownBy(text: string, claim: TextSpan, { start, end }: TextSpan): boolean {
  const between = text.slice(end, claim.start);
  const words = text.slice(claim.start, claim.end);
  const isFrom = between === " from " || (between === " " && words.startsWith("from "));
  return isFrom && showsWord(text.slice(start, end), words);
}

/** What may stand between a word and the figure that it is of: "sales of a net $5 billion". */
const joint = /^(?: (?:of|by|to|at|an?|net|the)){0,2} $/u;

/** The words from one end to the other of a claim and what touches it; null for what touches none. */
function wholeWith(claims: readonly TextSpan[], own: TextSpan, text: string): string | null {
  for (const claim of claims) {
    const isBefore = claim.end <= own.start;
    const between = isBefore ? text.slice(claim.end, own.start) : text.slice(own.end, claim.start);
    if (!joint.test(between)) continue;
    return isBefore ? text.slice(claim.start, own.end) : text.slice(own.start, claim.end);
  }
  return null;
}
