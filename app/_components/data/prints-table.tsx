import { formatPeriod } from "#lib/series/format";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";
import { formatDifference } from "#lib/site/data-figures";
import type { ObservationHistory, Print } from "#lib/site/data-history";
import { periodHeading } from "#lib/site/data-words";
import { Day } from "../site/day.tsx";
import { printText } from "./steps-table.tsx";
import { ViolatedMark } from "./violated-mark.tsx";

/** Prints that stand in a row; more are folded behind the first and the last. */
const inRow = 5;

/** Each revised observation with what the vintages said of it, oldest first. */
export function PrintsTable({
  histories,
  series,
}: {
  histories: readonly ObservationHistory[];
  series: Series;
}) {
  return (
    <table className="ledger data-prints">
      <thead>
        <tr>
          <th scope="col">{periodHeading(series.frequency)}</th>
          <th scope="col">{unitLabel(series.unit, series.multiplier)}, by vintage</th>
          <th scope="col" className="figure">
            In all
          </th>
        </tr>
      </thead>
      <tbody>
        {histories.map(({ period, prints, revision }) => (
          <tr key={period}>
            <th scope="row">{formatPeriod(period)}</th>
            <td>
              {prints.length <= inRow ? (
                <Prints prints={prints} />
              ) : (
                <details>
                  <summary>
                    {printText(firstOf(prints))} to {printText(lastOf(prints))}, {prints.length}{" "}
                    vintages
                  </summary>
                  <Prints prints={prints} />
                </details>
              )}
            </td>
            <td className="figure">{formatDifference(revision)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Prints({ prints }: { prints: readonly Print[] }) {
  return (
    <ol className="data-print-row">
      {prints.map((print) => (
        <li key={print.vintage}>
          {printText(print)}
          {print.violated ? <ViolatedMark /> : null}
          <span className="data-vintage">
            <Day date={print.vintage} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function firstOf(prints: readonly Print[]): Print {
  return required(prints[0]);
}

function lastOf(prints: readonly Print[]): Print {
  return required(prints.at(-1));
}

function required(print: Print | undefined): Print {
  if (print === undefined) throw new Error("An observation that no vintage printed");
  return print;
}
