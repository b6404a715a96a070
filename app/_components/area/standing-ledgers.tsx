import Link from "next/link";
import { formatPeriod } from "#lib/series/format";
import type { AreaPage } from "#lib/site/area-page";
import { Ledger, type LedgerColumn } from "../ledger/ledger.tsx";

const columns: readonly LedgerColumn[] = [
  { title: "Holdings of" },
  { title: "Amount", kind: "figure" },
  { title: "Share", kind: "figure" },
  { title: "Place", kind: "figure" },
];

/** Where a country stands among the countries, and who is next to it. */
export function StandingLedgers({ page }: { page: AreaPage }) {
  const [first] = page.standings;
  if (first === undefined) return null;
  return (
    <div className="standing">
      <Ledger
        caption={{
          title: `${page.name} among the countries with a figure`,
          source: `Holdings at the end of ${formatPeriod(first.standing.period)}, or the newest month with a figure. Totals, regions and groups are not ranked.`,
        }}
        columns={columns}
        rows={page.standings.map(({ label, standing }) => ({
          key: standing.key,
          name: (
            <>
              {label}
              {standing.period === first.standing.period ? null : (
                <span className="ledger-mark">{formatPeriod(standing.period)}</span>
              )}
            </>
          ),
          cells: [
            <Link href={`/data/${standing.key}`} prefetch={false}>
              {standing.held}
            </Link>,
            standing.share?.replace(" percent", "%") ?? "—",
            <>
              {standing.rank} <span className="place">of {standing.among}</span>
            </>,
          ],
        }))}
      />
      <table className="ledger">
        <caption>
          <span className="ledger-title">Next to it, in U.S. Treasury securities</span>
          <span className="ledger-source">
            {formatPeriod(first.standing.period)}, {first.standing.unit}s of dollars
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="figure standing-place">
              Place
            </th>
            <th scope="col">Country</th>
            <th scope="col" className="figure">
              Held
            </th>
          </tr>
        </thead>
        <tbody>
          {first.standing.neighbours.map(({ area, key, name, rank, amount, own }) => (
            <tr key={key} className={own ? "ledger-named" : undefined}>
              <td className="figure">{rank}</td>
              <th scope="row">
                {own ? (
                  <strong>{name}</strong>
                ) : (
                  <Link href={`/areas/${area}`} prefetch={false}>
                    {name}
                  </Link>
                )}
              </th>
              <td className="figure">{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
