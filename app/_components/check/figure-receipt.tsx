import Link from "next/link";
import { seriesPath } from "#lib/site/data-page-query";
import type { CheckedFigure, FigureReceipt as Receipt } from "#lib/site/check-text-receipt";
import { absoluteUrl } from "../../_data/site-url.ts";
import { CopyButton } from "../receipt/copy-button.client.tsx";
import { ReceiptCells } from "../receipt/receipt-cells.tsx";
import { SnapshotList } from "../receipt/snapshot-list.tsx";
import { Day } from "../site/day.tsx";
import { FigureReadings } from "./figure-readings.tsx";
import { OtherReadings } from "./other-readings.tsx";

interface FigureReceiptProps {
  readonly figure: CheckedFigure;
  readonly number: number;
}

/** Everything behind a figure. It carries the address of its place, so that a browser opens what is folded when led there. */
export function FigureReceipt({ figure, number }: FigureReceiptProps) {
  const { note, sentence, receipt, others } = figure;
  return (
    <article className="receipt check-receipt" id={`figure-${number}`}>
      <p className="check-note">{note}</p>
      <blockquote className="receipt-sentence" dir="auto">
        <p>
          {sentence.before}
          <mark>{sentence.said}</mark>
          {sentence.after}
        </p>
      </blockquote>
      {receipt === null ? null : <Traced receipt={receipt} />}
      <OtherReadings others={others} isOnly={receipt === null} />
      <p className="check-back">
        <a href={`#mention-${number}`}>Back to the figure in the text</a>
      </p>
    </article>
  );
}

function Traced({ receipt }: { receipt: Receipt }) {
  const { computed, interval, words, expression, asOf, reasons, series } = receipt;
  const [first] = series;
  const address = first === undefined ? "" : ` ${absoluteUrl(seriesPath(first.key))}`;
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
      <ReceiptCells receipt={receipt} />
      <h3>What each vintage says</h3>
      <FigureReadings receipt={receipt} />
      <h3>The files</h3>
      <SnapshotList receipts={[receipt]} />
      <h3>The series</h3>
      <ul className="check-series">
        {series.map(({ key, title }) => (
          <li key={key}>
            <Link href={seriesPath(key)} prefetch={false}>
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
