import { findStatedFigures, type StatedFigure } from "#lib/claims/stated-figure";
import type { Place, Problem } from "#lib/series/problem";

/** A figure in plain text, by offset. */
export interface UnmarkedFigure {
  readonly text: string;
  readonly start: number;
  /** Why it cannot be read, and what to write instead; null for most. */
  readonly trouble: { readonly reason: string; readonly fix: string } | null;
}

/**
 * The figures of a text that a reader would take for data. Years, months and days are not, nor are numbers that name a
 * table or a time of day.
 */
export function findUnmarkedFigures(text: string): UnmarkedFigure[] {
  return findStatedFigures(text).map((figure) => ({
    text: text.slice(figure.start, figure.end).trim(),
    start: figure.start,
    trouble: troubleOf(figure),
  }));
}

/** The same as problems. `placeOf` gives the place of an offset, and is asked in rising order. */
export function reportUnmarkedFigures(
  source: string,
  placeOf: (offset: number) => Place,
): Problem[] {
  return findUnmarkedFigures(source).map(({ text, start, trouble }) => {
    const marked = `tie it to the data with <Claim of="…">${text}</Claim>, or mark it <Quoted source="…"> or <Exempt reason="…">`;
    const message = `"${text}" is neither a claim, nor quoted, nor exempt`;
    return {
      kind: "unmarked-figure",
      message: trouble === null ? message : `${message}, and ${trouble.reason}`,
      at: placeOf(start),
      fix: trouble === null ? marked : `${trouble.fix}; then ${marked}`,
    };
  });
}

function troubleOf(figure: StatedFigure): UnmarkedFigure["trouble"] {
  return figure.type === "unreadable" ? { reason: figure.reason, fix: figure.fix } : null;
}
