import { formatDay } from "#lib/series/format";
import type { CheckedText } from "#lib/site/check-text";
import { AnswerHead } from "./answer-head.client.tsx";
import { CheckedBlocks } from "./checked-blocks.tsx";
import { FigureList } from "./figure-list.tsx";
import { FigureOpener } from "./figure-opener.client.tsx";
import { summaryOf } from "./outcome-words.ts";

/** A text as it was pasted, its figures marked, and beside it what stands behind each. */
export function CheckedAnswer({ checked }: { checked: CheckedText }) {
  const { asOf, isNewest, figures, counts, left, notices, text } = checked;
  return (
    <section className="check-answer" aria-labelledby="check-answer">
      <header className="check-head">
        <p className="kicker">Check a text</p>
        <AnswerHead>{summaryOf(counts)}</AnswerHead>
        <p className="check-basis">
          Held against {isNewest ? "the newest figures held, those" : "the figures"} of{" "}
          {formatDay(asOf)}.{" "}
          {figures.length === 0 ? "" : "Each figure opens what it was held against."}
        </p>
        {notices.map((notice) => (
          <p key={notice} className="check-notice">
            {notice}
          </p>
        ))}
        {left === 0 ? null : (
          <p className="check-notice">
            The first {figures.length} figures were read; {left.toLocaleString("en-US")} more were
            not. Check the rest by itself.
          </p>
        )}
        {figures.length > 0 ? null : (
          <p className="check-notice">
            {text === ""
              ? "There are no words in it."
              : "Figures are read in English, with what they count: “$1.6 trillion,” “4.7 percent,” “a third of,” “second-largest.”"}
          </p>
        )}
      </header>
      <div className="check-sheet">
        <CheckedBlocks checked={checked} />
        {figures.length === 0 ? null : <FigureList figures={figures} />}
      </div>
      <FigureOpener />
    </section>
  );
}
