import type { CheckedFigure } from "#lib/site/check-text-receipt";
import { TickedText } from "../tick/ticked-text.tsx";
import { markOf } from "./outcome-words.ts";

/** A figure in its text: a link to what stands behind it, and where it is wrong, what would be right, as written beside it. */
export function CheckedMark({ figure, number }: { figure: CheckedFigure; number: number }) {
  const kind = markOf(figure);
  return (
    <a
      id={`mention-${number}`}
      className={`claim claim-${kind}`}
      href={`#figure-${number}`}
      data-figure={number}
    >
      <TickedText kind={kind} words={figure.outcome}>
        {figure.text}
      </TickedText>
      {figure.instead === null ? null : <span className="check-pencil"> {figure.instead}</span>}
    </a>
  );
}
