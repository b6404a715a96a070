import Link from "next/link";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { Receipt, ReceiptCell } from "#lib/site/receipt";
import { AlignedFigure, decimalsOf } from "./aligned-figure.tsx";
import { groupCells, type CellGroup } from "./group-cells.ts";

/** A value that a file holds without a line of its own. */
const noPlace = "\u2014";

/** A year of months is read at a glance; more is folded away. */
const mostOpen = 12;

type AddressOf = (cell: ReceiptCell) => string | null;

/** The published numbers a claim rests on, as ledgers: one for each series. */
export function ReceiptCells({
  receipt,
}: {
  receipt: Pick<Receipt, "cells" | "cellCount" | "snapshots">;
}) {
  const { cells, cellCount, snapshots } = receipt;
  const addressOf: AddressOf = (cell) =>
    snapshots.find(({ sha256 }) => sha256 === cell.sha256)?.url ?? null;
  const groups = groupCells(cells);
  const ledgers = groups.map((group) => (
    <CellLedger key={group.first.key} group={group} addressOf={addressOf} />
  ));
  return (
    <>
      {cells.length <= mostOpen ? (
        ledgers
      ) : (
        <details className="fold">
          <summary>
            {cells.length} cells of {groups.length === 1 ? "one series" : `${groups.length} series`}
            , {formatSpan(cells)}
          </summary>
          {ledgers}
        </details>
      )}
      {cellCount > cells.length ? (
        <p className="ledger-rest">
          {cells.length} of {cellCount} cells shown.
        </p>
      ) : null}
    </>
  );
}

function CellLedger({ group, addressOf }: { group: CellGroup; addressOf: AddressOf }) {
  const { first, cells, hasVintages } = group;
  const column = cells.every((cell) => cell.column === first.column) ? first.column : null;
  const decimals = Math.max(...cells.map(({ value }) => decimalsOf(value ?? "")));
  return (
    <table className={hasVintages ? "ledger ledger-vintages" : "ledger"}>
      <caption>
        <Link className="ledger-title" href={`/data/${first.key}`} prefetch={false}>
          {first.title}
        </Link>
        <span className="ledger-source">
          {hasVintages ? (
            "Each in the earliest vintage held with this value"
          ) : (
            <>
              <FileLink cell={first} addressOf={addressOf} />, vintage of{" "}
              {formatDay(first.knownFrom)}, the earliest held with these values
            </>
          )}
          ; row {first.row}, column {first.field}
          {column === null ? null : ` (${column})`}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="figure">
            Published, {first.unit}
          </th>
          {hasVintages ? <th scope="col">Vintage</th> : null}
          <th scope="col" className="figure">
            Line
          </th>
          {column === null ? (
            <th scope="col" className="figure">
              Column
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={`${cell.period} ${cell.knownFrom}`}>
            <th scope="row">{formatPeriod(cell.period)}</th>
            <td className="figure">
              {cell.value === null ? (
                "not available"
              ) : (
                <AlignedFigure value={cell.value} decimals={decimals} />
              )}
            </td>
            {hasVintages ? (
              <td>
                <FileLink cell={cell} addressOf={addressOf} text={formatDay(cell.knownFrom)} />
              </td>
            ) : null}
            <td className="figure place">{cell.line ?? noPlace}</td>
            {column === null ? <td className="figure place">{cell.column ?? noPlace}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FileLinkProps {
  readonly cell: ReceiptCell;
  readonly addressOf: AddressOf;
  readonly text?: string;
}

function FileLink({ cell, addressOf, text = cell.file }: FileLinkProps) {
  const url = addressOf(cell);
  return url === null ? text : <a href={url}>{text}</a>;
}

/** "January 2024 to December 2024" */
function formatSpan(cells: readonly ReceiptCell[]): string {
  const periods = cells.map(({ period }) => period).sort();
  const ends = [periods.at(0), periods.at(-1)].flatMap((period) =>
    period === undefined ? [] : formatPeriod(period),
  );
  return [...new Set(ends)].join(" to ");
}
