import { formatPeriod, formatPublished } from "#lib/series/format";
import { formatDifference } from "#lib/site/data-figures";
import type { Print, RevisionStep } from "#lib/site/data-history";
import { Ledger, type LedgerColumn } from "../ledger/ledger.tsx";
import { Day } from "../site/day.tsx";
import { ViolatedMark } from "./violated-mark.tsx";

const columns: readonly LedgerColumn[] = [
  { title: "Period" },
  { title: "Before", kind: "place" },
  { title: "After", kind: "place" },
  { title: "Difference", kind: "figure" },
];

/** Steps from one vintage to the next, the largest first. */
export function StepsTable({ steps }: { steps: readonly RevisionStep[] }) {
  return (
    <Ledger
      label="Table of revisions"
      className="data-ledger"
      columns={columns}
      rows={steps.map(({ period, from, to, difference }) => ({
        key: `${period} ${to.vintage}`,
        name: formatPeriod(period),
        cells: [<PrintSaid print={from} />, <PrintSaid print={to} />, formatDifference(difference)],
      }))}
    />
  );
}

function PrintSaid({ print }: { print: Print }) {
  return (
    <>
      {printText(print)}
      {print.violated ? <ViolatedMark /> : null}
      <span className="data-vintage">
        <Day date={print.vintage} />
      </span>
    </>
  );
}

/** What a vintage said, in a word where it gave no figure. */
export function printText({ value, status }: Print): string {
  if (value !== null) return formatPublished(value);
  return status === "withdrawn" ? "withdrawn" : "not available";
}
