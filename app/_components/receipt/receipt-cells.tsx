import Link from "next/link";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { Receipt } from "#lib/site/receipt";
import { AlignedFigure, decimalsOf } from "./aligned-figure.tsx";
import { groupCells, type CellGroup } from "./group-cells.ts";

/** A value that a file holds without a line of its own. */
const noPlace = "\u2014";

/** The published numbers a claim rests on, as ledgers: one for each series and file. */
export function ReceiptCells({
  receipt,
}: {
  receipt: Pick<Receipt, "cells" | "cellCount" | "snapshots">;
}) {
  const { cells, cellCount, snapshots } = receipt;
  return (
    <>
      {groupCells(cells).map((group) => (
        <CellLedger
          key={group.id}
          group={group}
          url={snapshots.find(({ sha256 }) => sha256 === group.first.sha256)?.url ?? null}
        />
      ))}
      {cellCount > cells.length ? (
        <p className="ledger-rest">
          {cells.length} of {cellCount} cells shown.
        </p>
      ) : null}
    </>
  );
}

function CellLedger({ group, url }: { group: CellGroup; url: string | null }) {
  const { first, cells } = group;
  const decimals = Math.max(...cells.map(({ value }) => decimalsOf(value ?? "")));
  return (
    <table className="ledger">
      <caption>
        <Link className="ledger-title" href={`/data/${first.key}`} prefetch={false}>
          {first.title}
        </Link>
        <span className="ledger-source">
          {url === null ? first.file : <a href={url}>{first.file}</a>}, vintage of{" "}
          {formatDay(first.knownFrom)}, the earliest held with these values; row {first.row}, column{" "}
          {first.field}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="figure">
            Published, {first.unit}
          </th>
          <th scope="col" className="figure">
            Line
          </th>
          <th scope="col" className="figure">
            Column
          </th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell.period}>
            <th scope="row">{formatPeriod(cell.period)}</th>
            <td className="figure">
              {cell.value === null ? (
                "not available"
              ) : (
                <AlignedFigure value={cell.value} decimals={decimals} />
              )}
            </td>
            <td className="figure place">{cell.line ?? noPlace}</td>
            <td className="figure place">{cell.column ?? noPlace}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
