import Link from "next/link";
import { Decimal } from "#lib/series/decimal";
import { formatPublished } from "#lib/series/format";
import type { RevisionLine } from "#lib/site/release-revision";
import { AlignedFigure, decimalsOf } from "../receipt/aligned-figure.tsx";
import { RevisionBar } from "./revision-bar.tsx";

interface RevisionLedgerProps {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly RevisionLine[];
}

/** Revisions or withdrawals: what stood there before, what stands there now, the difference drawn. */
export function RevisionLedger({ title, unit, lines }: RevisionLedgerProps) {
  const decimals = Math.max(
    ...lines.flatMap(({ before, after }) => [decimalsOf(before ?? ""), decimalsOf(after ?? "")]),
  );
  // A printed figure gets no digit added; the difference is ours, and exact.
  return (
    <div className="ledger-scroll revisions" role="region" aria-label={title} tabIndex={0}>
      <table className="ledger ledger-stack" role="table">
        <caption>
          <span className="ledger-title">{title}</span>
          <span className="ledger-source">{unit}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Series
            </th>
            <th scope="col" role="columnheader">
              Period
            </th>
            <th scope="col" role="columnheader" className="figure">
              Before
            </th>
            <th scope="col" role="columnheader" className="figure">
              After
            </th>
            <th scope="col" role="columnheader" className="figure">
              Difference
            </th>
            <th scope="col" role="columnheader">
              <span className="visually-hidden">Drawn</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map(({ key, title: name, period, before, after, gone, difference, bar }) => (
            <tr key={`${key} ${period}`} role="row">
              <th scope="row" role="rowheader" className="revision-name">
                <Link href={`/data/${key}`} prefetch={false}>
                  {name}
                </Link>
              </th>
              <td role="cell" className="nowrap">
                {period}
              </td>
              <td role="cell" className="figure place">
                {before === null ? "n.a." : <AlignedFigure value={before} decimals={decimals} />}
              </td>
              <td role="cell" className="figure">
                {after === null ? gone : <AlignedFigure value={after} decimals={decimals} />}
              </td>
              <td role="cell" className="figure">
                {difference === null ? (
                  "—"
                ) : (
                  <>
                    {difference.startsWith("-") ? "" : "+"}
                    {formatPublished(new Decimal(difference).toFixed(decimals))}
                  </>
                )}
              </td>
              <td role="cell" className="revision-drawn">
                {difference === null ? null : <RevisionBar part={bar} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
