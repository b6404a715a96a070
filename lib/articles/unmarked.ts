import { findComparingWords } from "#lib/claims/comparing-words";
import { findStatedFigures } from "#lib/claims/stated-figure";
import type { TextSpan } from "#lib/claims/text-span";
import type { Place, Problem } from "#lib/series/problem";

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
export function findUnmarked(text: string): Unmarked[] {
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

/** The same as problems. `placeOf` gives the place of an offset, and is asked in rising order. */
export function reportUnmarked(text: string, placeOf: (offset: number) => Place): Problem[] {
  return findUnmarked(text).map(({ kind, text: words, start, trouble }) => {
    const marked = `tie it to the data with <Claim of="…">${words}</Claim>, or mark it <Quoted source="…"> or <Exempt reason="…">`;
    const message = `"${words}" is neither a claim, nor quoted, nor exempt`;
    return {
      kind,
      message: trouble === null ? message : `${message}, and ${trouble.reason}`,
      at: placeOf(start),
      fix: trouble === null ? marked : `${trouble.fix}; then ${marked}`,
    };
  });
}
