import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import type { ReleasePage, VintageLine } from "#lib/site/release-page";
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

function VintageLedger({
  page,
  year,
  vintages,
}: {
  page: ReleasePage;
  year: string;
  vintages: readonly VintageLine[];
}) {
  const { slug } = page.release;
  return (
    <div className="ledger-scroll" role="region" aria-label={`Vintages of ${year}`} tabIndex={0}>
      <table className="ledger vintages">
        <thead>
          <tr>
            <th scope="col">Vintage</th>
            <th scope="col">Covers</th>
            <th scope="col" className="figure">
              Added
            </th>
            <th scope="col" className="figure">
              Revised
            </th>
            <th scope="col" className="figure">
              Withdrawn
            </th>
            {page.headline === null ? null : (
              <th scope="col" className="figure">
                Mean revision
              </th>
            )}
            <th scope="col" className="figure">
              Do not add up
            </th>
          </tr>
        </thead>
        <tbody>
          {vintages.map(({ date, covers, changes, mean, violations }) => (
            <tr key={date}>
              <th scope="row">
                <Link href={`/releases/${slug}/${date}`} prefetch={false}>
                  <Day date={date} />
                </Link>
              </th>
              <td>{covers}</td>
              <td className="figure">
                {changes === null ? "all" : groupDigits(String(changes.added))}
              </td>
              <td className="figure">{groupDigits(String(changes?.revised ?? 0))}</td>
              <td className="figure">{groupDigits(String(changes?.withdrawn ?? 0))}</td>
              {page.headline === null ? null : <td className="figure">{mean ?? "—"}</td>}
              <td className="figure">
                {violations === 0 ? (
                  "—"
                ) : (
                  <Link href={`/releases/${slug}/${date}#violations`} prefetch={false}>
                    {violations}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
