import Link from "next/link";
import type { CheckedText } from "#lib/site/check-text";
import type { CheckedFigure, FigureReceipt as Receipt } from "#lib/site/check-text-receipt";
import { CopyButton } from "../receipt/copy-button.client.tsx";
import { ReceiptCells } from "../receipt/receipt-cells.tsx";
import { Day } from "../site/day.tsx";
import { FigureReadings } from "./figure-readings.tsx";
import { OtherReadings } from "./other-readings.tsx";
import { ShortReceipt } from "./short-receipt.tsx";

interface FigureReceiptProps {
  readonly figure: CheckedFigure;
  readonly number: number;
  readonly files: CheckedText["files"];
  readonly origin: string;
}

/** Everything behind a figure. It carries the address of its place, so that a browser opens what is folded when led there. */
export function FigureReceipt({ figure, number, files, origin }: FigureReceiptProps) {
  const { note, sentence, receipt, inShort, others } = figure;
  return (
    <article className="receipt check-receipt" id={`figure-${number}`}>
      <p className="check-note">{note}</p>
      {sentence === null ? null : (
        <blockquote className="receipt-sentence" dir="auto">
          <p>
            {sentence.before}
            <mark>{sentence.said}</mark>
            {sentence.after}
          </p>
        </blockquote>
      )}
      {receipt === null ? null : <Traced receipt={receipt} files={files} origin={origin} />}
      {inShort === null ? null : <ShortReceipt receipt={inShort} />}
      <OtherReadings others={others} isOnly={receipt === null} />
      {sentence === null ? null : (
        <p className="check-back">
          <a href={`#mention-${number}`}>Back to the figure in the text</a>
        </p>
      )}
    </article>
  );
}

interface TracedProps {
  readonly receipt: Receipt;
  readonly files: CheckedText["files"];
  readonly origin: string;
}

function Traced({ receipt, files, origin }: TracedProps) {
  const { computed, interval, words, expression, asOf, reasons, series } = receipt;
  const { cells, cellCount } = receipt;
  const [first] = series;
  const address = first === undefined ? "" : ` ${origin}/data/${first.key}`;
  return (
    <>
      <dl className="receipt-facts">
        <dt>Computed</dt>
        <dd className="receipt-total">
          <span>{computed}</span>
        </dd>
        {interval === null ? null : (
          <>
            <dt>The words stand for</dt>
            <dd>{interval}</dd>
          </>
        )}
        <dt>In words</dt>
        <dd>{words}</dd>
        <dt>Expression</dt>
        <dd>
          <code>{expression}</code>
          <span className="receipt-as-of">
            as of the vintage of <Day date={asOf} />
          </span>
        </dd>
        {reasons.length === 0 ? null : (
          <>
            <dt>Why this reading</dt>
            <dd>
              <ul className="conditions">
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <h3>The cells used</h3>
      <ReceiptCells receipt={{ cells, cellCount, snapshots: files }} />
      <p className="check-files-link">
        <a href="#check-files">The files, with their checksums</a>
      </p>
      <h3>What each vintage says</h3>
      <FigureReadings receipt={receipt} />
      <h3>The series</h3>
      <ul className="check-series">
        {series.map(({ key, title }) => (
          <li key={key}>
            <Link href={`/data/${key}`} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <h3>Cite this figure</h3>
      <p className="citation">{receipt.citation + address}</p>
      <CopyButton text={receipt.citation + address} />
    </>
  );
}
