import Link from "next/link";
import { isWholeIndex, type DataList } from "#lib/site/data-list";
import { CopyButton } from "../receipt/copy-button.client.tsx";
import type { DataRow } from "#lib/site/data-row";
import { seriesPath } from "#lib/site/data-page-query";

/** The series that fit, as a ledger; on a phone each is a small account of its own. */
export function DataRows({ list: { rows, start, query } }: { list: DataList }) {
  if (rows.length === 0) {
    return (
      <p className="data-empty">
        {isWholeIndex(query) ? (
          "The store holds no series yet: they come with the first vintage loaded."
        ) : (
          <>
            No series fits all of this. Take a word or a filter back, or begin again with{" "}
            <Link href="/data" prefetch={false}>
              the whole index
            </Link>
            .
          </>
        )}
      </p>
    );
  }
  if (start.length === 0) return <Ledger rows={rows} />;
  return (
    <div>
      <h2 className="data-part">Begin here</h2>
      <Ledger rows={start} />
      <h2 className="data-part">All series, by key; older ones, for comparison only, last</h2>
      <Ledger rows={rows} />
    </div>
  );
}

function Ledger({ rows }: { rows: readonly DataRow[] }) {
  return (
    <ol className="data-rows">
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </ol>
  );
}

function Row({ row: { key, title, unit, latest, span } }: { row: DataRow }) {
  return (
    <li className="data-row">
      <div className="data-row-name">
        <Link href={seriesPath(key)} prefetch={false}>
          {title}
        </Link>
        <code>{key}</code>
        {span === null ? null : <span className="data-row-span">{span}</span>}
      </div>
      {latest === null ? (
        <p className="data-row-none">No value published</p>
      ) : (
        <p className="data-row-figure">
          <span className="data-row-value">{latest.value}</span>{" "}
          <span className="data-row-unit">
            {unit}, {latest.period}
          </span>
          {latest.change === null ? null : (
            <span className="data-row-change">
              {latest.change} <span>on the period before</span>
            </span>
          )}
        </p>
      )}
      {latest === null || latest.claim === null ? null : (
        <details className="data-row-claim">
          <summary>As a claim</summary>
          <code>{latest.claim}</code>
          <CopyButton text={latest.claim} />
        </details>
      )}
    </li>
  );
}
