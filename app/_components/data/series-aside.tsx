import Link from "next/link";
import type { DataPage } from "#lib/site/data-page";
import { feedPath } from "#lib/feeds/feed-path";
import { seriesSubject } from "#lib/feeds/subjects";
import { seriesPath } from "#lib/site/data-page-query";

/** Beside a series: what to take away, and which series are near it. */
export function SeriesAside({ page }: { page: DataPage }) {
  const { series, vintage, kin, vintages } = page;
  const file = `/api/series/${series.key}`;
  const asOf = `asOf=${vintage.date}`;
  return (
    <aside className="data-aside" aria-label="Downloads and related series">
      <nav className="data-contents" aria-labelledby="contents">
        <h2 id="contents">On this page</h2>
        <ul>
          {sectionsOf(page).map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
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
          <li>
            <a href={feedPath(seriesSubject(page.series).path, "atom")}>Feed</a>, of new and revised
            figures
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

function sectionsOf({ violations }: DataPage): (readonly [id: string, name: string])[] {
  return [
    ["history", "History"],
    ["what-it-is", "What it is"],
    ["values", "Values"],
    ["revisions", "Revisions"],
    ...(violations.length === 0 ? [] : [["violations", "Figures that do not add up"] as const]),
    ["uses", "Where it is used"],
    ["source", "Source"],
    ["cite", "Cite and compute"],
  ];
}
