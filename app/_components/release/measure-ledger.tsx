import { formatPublished, groupDigits } from "#lib/series/format";
import type { MeasureLine } from "#lib/site/release-vintage";
import { Ledger, type LedgerColumn } from "../ledger/ledger.tsx";
import { AlignedFigure, decimalsOf } from "../receipt/aligned-figure.tsx";

const columns: readonly LedgerColumn[] = [
  { title: "Measure" },
  { title: "Added", kind: "figure" },
  { title: "Revised", kind: "figure" },
  { title: "Withdrawn", kind: "figure" },
  { title: "Mean", kind: "figure" },
  { title: "Largest", kind: "figure" },
];

/** How much each measure was revised. */
export function MeasureLedger({ measures }: { measures: readonly MeasureLine[] }) {
  if (measures.length === 0) return <p className="side-note">Nothing changed.</p>;
  const decimals = Math.max(...measures.map(({ largest }) => decimalsOf(largest ?? "")));
  return (
    <Ledger
      label="Revisions by measure"
      className="ledger-stack ledger-thirds"
      caption={{
        title: "By class and measure",
        source: `Absolute revisions in ${measures[0]?.unit ?? ""}`,
      }}
      columns={columns}
      rows={measures.map(({ label, added, revised, withdrawn, mean, largest }) => ({
        key: label,
        name: label,
        cells: [
          groupDigits(String(added)),
          groupDigits(String(revised)),
          groupDigits(String(withdrawn)),
          mean === null ? "—" : formatPublished(mean),
          largest === null ? "—" : <AlignedFigure value={largest} decimals={decimals} />,
        ],
      }))}
    />
  );
}
