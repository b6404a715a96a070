import { Fragment } from "react";
import type { MarkedPiece } from "#lib/search/mark-words";

/** A text with the words that were looked for marked. */
export function MarkedText({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return pieces.map(({ text, isFound }, position) =>
    isFound ? <mark key={position}>{text}</mark> : <Fragment key={position}>{text}</Fragment>,
  );
}
