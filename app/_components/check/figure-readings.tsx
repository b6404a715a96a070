import type { FigureReceipt } from "#lib/site/check-text-receipt";
import { Day } from "../site/day.tsx";
import { Tick } from "../tick/tick.tsx";

const readingWords = {
  holds: "Gives the figure",
  "holds-rounded": "Rounds to it",
  drifted: "Digits differ",
  flipped: "Meaning differs",
  unanswered: "No answer",
} as const;

/** The value at each vintage that changed it, oldest first. */
export function FigureReadings({ receipt }: { receipt: FigureReceipt }) {
  const { readings, readingsLeft } = receipt;
  if (readings.length === 0) return <p>No vintage gives these figures in full.</p>;
  return (
    <>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">From the vintage of</th>
            <th scope="col" className="figure">
              Computed
            </th>
            <th scope="col">The text’s figure</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ vintage, computed, standing }) => (
            <tr key={vintage}>
              <th scope="row">
                <Day date={vintage} />
              </th>
              <td className="figure">{computed}</td>
              <td>
                <Tick kind={standing} /> {readingWords[standing]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {readingsLeft === 0 ? null : (
        <p className="ledger-rest">
          Between the first and the others, {readingsLeft} more{" "}
          {readingsLeft === 1 ? "value is" : "values are"} not shown.
        </p>
      )}
    </>
  );
}
