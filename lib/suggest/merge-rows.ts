import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure } from "./found-figure.ts";
import type { TextPart } from "./text-part.ts";

/** The figures of sentences and of rows, in the order of the text. A cell that both have read is of its row. */
export function mergeRows(
  figures: readonly FoundFigure[],
  cells: readonly FoundFigure[],
  parts: readonly TextPart[],
): FoundFigure[] {
  const settled = parts.flatMap(({ start, settled: spans = [] }) =>
    spans.map((span) => ({ start: span.start + start, end: span.end + start })),
  );
  const own = cells.filter((cell) => !settled.some((span) => overlaps(cell, span)));
  if (own.length === 0) return [...figures];
  const others = figures.filter((figure) => !own.some((cell) => overlaps(figure, cell)));
  return [...others, ...own].sort((left, right) => left.start - right.start);
}

function overlaps(left: TextSpan, right: TextSpan): boolean {
  return left.start < right.end && right.start < left.end;
}
