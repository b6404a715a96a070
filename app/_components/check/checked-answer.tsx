import { formatDay } from "#lib/series/format";
import type { CheckedText } from "#lib/site/check-text";
import { AnswerHead } from "./answer-head.client.tsx";
import { SnapshotList } from "../receipt/snapshot-list.tsx";
import { siteUrl } from "../../_data/site-url.ts";
import { CheckedBlocks } from "./checked-blocks.client.tsx";
import { FigureList } from "./figure-list.client.tsx";
import { FigureOpener } from "./figure-opener.client.tsx";
import { summaryOf } from "./outcome-words.ts";

/** A text as it was pasted, its figures marked, and beside it what stands behind each. */
export function CheckedAnswer({ checked }: { checked: CheckedText }) {
  const { asOf, isNewest, blocks, figures, counts, left, notices, text, files } = checked;
  const shortened = figures.filter(({ inShort }) => inShort !== null).length;
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
        <noscript>
          <p className="check-basis">
            Your browser runs no scripts: when you come back to this page from another one, it asks
            whether to send the text again.
          </p>
        </noscript>
        {notices.map((notice) => (
          <p key={notice} className="remark check-notice">
            {notice}
          </p>
        ))}
        {left === 0 ? null : (
          <p className="remark check-notice">
            The text has {(figures.length + left).toLocaleString("en-US")} figures. The first{" "}
            {figures.length} were checked, and the {left.toLocaleString("en-US")} after them were
            not. To check those, paste the text from where the marks end.
          </p>
        )}
        {shortened === 0 ? null : (
          <p className="remark check-notice">
            There is no room to tell all of so many figures: the receipts of {shortened} tell the
            computation only. Paste a sentence by itself to see its cells, files and vintages.
          </p>
        )}
        {figures.length > 0 ? null : (
          <p className="remark check-notice">
            {text === ""
              ? "There are no words in it."
              : "Figures are read in English, with what they count: “$1.6 trillion,” “4.7 percent,” “a third of,” “second-largest.”"}
          </p>
        )}
      </header>
      <div className="check-sheet">
        <CheckedBlocks checked={{ blocks, figures }} />
        {figures.length === 0 ? null : (
          <FigureList checked={{ figures, files }} origin={siteUrl().origin} />
        )}
      </div>
      {files.length === 0 ? null : (
        <section className="check-files" aria-labelledby="check-files">
          <h2 id="check-files">The files</h2>
          <SnapshotList receipts={[{ snapshots: files }]} />
        </section>
      )}
      <FigureOpener />
    </section>
  );
}
