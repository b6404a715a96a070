import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import type { ReleasePage, VintageLine } from "#lib/site/release-page";
import { Ledger, type LedgerColumn } from "../ledger/ledger.tsx";
import { Day } from "../site/day.tsx";

/** The vintages of a release, newest first, a ledger for each year. */
export function VintageYears({ page }: { page: ReleasePage }) {
  const years = [...new Set(page.vintages.map(({ date }) => date.slice(0, 4)))];
  return (
    <>
      {years.length < 3 ? null : (
        <nav className="jump" aria-label="Years">
          <ul>
            {years.map((year) => (
              <li key={year}>
                <a href={`#year-${year}`}>{year}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {years.map((year) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <VintageLedger
            page={page}
            year={year}
            vintages={page.vintages.filter(({ date }) => date.startsWith(year))}
          />
        </section>
      ))}
    </>
  );
}

interface VintageLedgerProps {
  readonly page: ReleasePage;
  readonly year: string;
  readonly vintages: readonly VintageLine[];
}

function VintageLedger({ page, year, vintages }: VintageLedgerProps) {
  const { release, headline } = page;
  const columns: LedgerColumn[] = [
    { title: "Vintage" },
    { title: "Covers" },
    { title: "Added", kind: "figure" },
    { title: "Revised", kind: "figure" },
    { title: "Withdrawn", kind: "figure" },
    ...(headline === null ? [] : [{ title: "Mean revision", kind: "figure" } as const]),
    { title: "Do not add up", kind: "figure" },
  ];
  return (
    <Ledger
      label={`Vintages of ${year}`}
      className="ledger-stack ledger-thirds vintages"
      columns={columns}
      rows={vintages.map(({ date, covers, changes, mean, violations }) => {
        const path = `/releases/${release.slug}/${date}`;
        return {
          key: date,
          name: (
            <Link href={path} prefetch={false}>
              <Day date={date} />
            </Link>
          ),
          cells: [
            covers,
            changes === null ? "all" : groupDigits(String(changes.added)),
            groupDigits(String(changes?.revised ?? 0)),
            groupDigits(String(changes?.withdrawn ?? 0)),
            ...(headline === null ? [] : [mean ?? "—"]),
            violations === 0 ? (
              "—"
            ) : (
              <Link href={`${path}#violations`} prefetch={false}>
                {violations}
              </Link>
            ),
          ],
        };
      })}
    />
  );
}
