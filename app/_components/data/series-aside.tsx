import Link from "next/link";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";

/** Beside a series: what to take away, and which series are near it. */
export function SeriesAside({ page: { series, vintage, kin, vintages } }: { page: DataPage }) {
  const file = `/api/series/${series.key}`;
  const asOf = `asOf=${vintage.date}`;
  return (
    <aside className="data-aside" aria-label="Downloads and related series">
      <section aria-labelledby="downloads">
        <h2 id="downloads">Take it away</h2>
        <ul>
          <li>
            <a href={`${file}.csv?${asOf}`} download>
              CSV
            </a>
            , as of this vintage
          </li>
          <li>
            <a href={`${file}.json?${asOf}`}>JSON</a>
          </li>
          <li>
            <a href={`${file}.csv?${asOf}&format=sdmx-csv`} download>
              SDMX-CSV
            </a>
          </li>
          {vintages.length < 2 ? null : (
            <li>
              <a href={`${file}.csv?vintages=all`} download>
                CSV, every vintage
              </a>
            </li>
          )}
        </ul>
      </section>
      {kin.map(({ heading, series: list }, index) => (
        <section key={heading} aria-labelledby={`kin-${index}`}>
          <h2 id={`kin-${index}`}>{heading}</h2>
          <ul>
            {list.map(({ key, name }) => (
              <li key={key}>
                <Link href={seriesPath(key)} prefetch={false}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}
