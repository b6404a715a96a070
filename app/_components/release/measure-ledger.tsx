import { formatPublished, groupDigits } from "#lib/series/format";
import { AlignedFigure, decimalsOf } from "../receipt/aligned-figure.tsx";
import type { MeasureLine } from "#lib/site/release-vintage";

/** How much each measure was revised. */
export function MeasureLedger({ measures }: { measures: readonly MeasureLine[] }) {
  if (measures.length === 0) return <p className="side-note">Nothing changed.</p>;
  const decimals = Math.max(...measures.map(({ largest }) => decimalsOf(largest ?? "")));
  return (
    <div className="ledger-scroll" role="region" aria-label="Revisions by measure" tabIndex={0}>
      <table className="ledger">
        <caption>
          <span className="ledger-title">By class and measure</span>
          <span className="ledger-source">Absolute revisions in {measures[0]?.unit}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" className="figure">
              Added
            </th>
            <th scope="col" className="figure">
              Revised
            </th>
            <th scope="col" className="figure">
              Withdrawn
            </th>
            <th scope="col" className="figure">
              Mean
            </th>
            <th scope="col" className="figure">
              Largest
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ label, added, revised, withdrawn, mean, largest }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="figure">{groupDigits(String(added))}</td>
              <td className="figure">{groupDigits(String(revised))}</td>
              <td className="figure">{groupDigits(String(withdrawn))}</td>
              <td className="figure">{mean === null ? "—" : formatPublished(mean)}</td>
              <td className="figure">
                {largest === null ? "—" : <AlignedFigure value={largest} decimals={decimals} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
