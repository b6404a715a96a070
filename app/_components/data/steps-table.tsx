import { formatPeriod, formatPublished } from "#lib/series/format";
import { formatDifference } from "#lib/site/data-figures";
import type { Print, RevisionStep } from "#lib/site/data-history";
import { Day } from "../site/day.tsx";
import { ViolatedMark } from "./violated-mark.tsx";

/** Steps from one vintage to the next, the largest first. */
export function StepsTable({ steps }: { steps: readonly RevisionStep[] }) {
  return (
    <div className="ledger-scroll" tabIndex={0} role="region" aria-label="Table of revisions">
      <table className="ledger data-ledger">
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="figure">
              Before
            </th>
            <th scope="col" className="figure">
              After
            </th>
            <th scope="col" className="figure">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ period, from, to, difference }) => (
            <tr key={`${period} ${to.vintage}`}>
              <th scope="row">{formatPeriod(period)}</th>
              <PrintCell print={from} />
              <PrintCell print={to} />
              <td className="figure">{formatDifference(difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PrintCell({ print }: { print: Print }) {
  return (
    <td className="figure place">
      {printText(print)}
      {print.violated ? <ViolatedMark /> : null}
      <span className="data-vintage">
        <Day date={print.vintage} />
      </span>
    </td>
  );
}

/** What a vintage said, in a word where it gave no figure. */
export function printText({ value, status }: Print): string {
  if (value !== null) return formatPublished(value);
  return status === "withdrawn" ? "withdrawn" : "not available";
}
