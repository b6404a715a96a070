import type { VintageReading, Receipt } from "#lib/site/receipt";
import { Day } from "../site/day.tsx";
import { Tick } from "../tick/tick.tsx";

/** The same question put to every vintage held, oldest first; those in a row that gave one answer share a row. */
export function ReceiptVintages({ receipt }: { receipt: Receipt }) {
  const { earlier, later, asOf, computed, verdict } = receipt;
  if (earlier.length + later.length === 0) {
    return <p>No other vintage of these figures is held yet.</p>;
  }
  return (
    <table className="ledger ledger-vintages">
      <thead>
        <tr>
          <th scope="col">Vintage</th>
          <th scope="col" className="figure">
            Computed
          </th>
          <th scope="col">The words then</th>
        </tr>
      </thead>
      <tbody>
        {earlier.map((reading) => (
          <VintageRow
            key={reading.vintage}
            reading={reading.standing === "unanswered" ? { ...reading, computed: notYet } : reading}
            through={reading.through}
          />
        ))}
        <tr className="ledger-named">
          <th scope="row">
            <Day date={asOf} />
            <span className="ledger-mark">named in the article</span>
          </th>
          <td className="figure">{computed}</td>
          <td>
            <Tick kind={verdict} /> {readingWords[verdict]}
          </td>
        </tr>
        {later.map((reading) => (
          <VintageRow key={reading.vintage} reading={reading} />
        ))}
      </tbody>
    </table>
  );
}

/** Why each of them could not answer is another list of months. */
const notYet = "Not all of these figures had been published.";

const readingWords = {
  holds: "Hold",
  "holds-rounded": "Hold, rounded",
  drifted: "Digits differ",
  flipped: "Meaning differs",
  unanswered: "No answer",
} as const;

interface VintageRowProps {
  readonly reading: VintageReading;
  /** The last vintage of several that answered the same. */
  readonly through?: VintageReading["vintage"];
}

function VintageRow({ reading, through = reading.vintage }: VintageRowProps) {
  return (
    <tr>
      <th scope="row">
        <Day date={reading.vintage} />
        {through !== reading.vintage && (
          <>
            {" to "}
            <Day date={through} />
          </>
        )}
      </th>
      {reading.standing === "unanswered" ? (
        <td colSpan={2}>
          <Tick kind="unanswered" /> {readingWords.unanswered}
          <span className="ledger-mark">{reading.computed}</span>
        </td>
      ) : (
        <>
          <td className="figure">{reading.computed}</td>
          <td>
            <Tick kind={reading.standing} /> {readingWords[reading.standing]}
          </td>
        </>
      )}
    </tr>
  );
}
