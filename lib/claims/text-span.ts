/** A part of a text, by offsets; `end` is not included. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The place of a match in its text. */
export function spanOf(match: RegExpMatchArray): TextSpan {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** Hands out the parts of a text, each once: what one reading has taken, no other gets. */
export function createClaimedText(length: number): {
  isFree(span: TextSpan): boolean;
  take(span: TextSpan): void;
} {
  // One byte for each character keeps this linear where a text has thousands of figures.
  const taken = new Uint8Array(length);
  return {
    isFree: ({ start, end }) => !taken.subarray(start, end).includes(1),
    take: ({ start, end }) => {
      taken.fill(1, start, end);
    },
  };
}
