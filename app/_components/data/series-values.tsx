import Link from "next/link";
import { formatPeriod, groupDigits } from "#lib/series/format";
import { unitLabel } from "#lib/series/unit";
import type { DataPageQuery } from "#lib/site/data-build-page";
import { formatDifference } from "#lib/site/data-figures";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";
import { periodHeading } from "#lib/site/data-words";
import { AlignedFigure, decimalsOf } from "../receipt/aligned-figure.tsx";
import { Day } from "../site/day.tsx";

/** A value that a file holds without a line of its own. */
const noPlace = "\u2014";

/** The published values, newest first, each with the vintage and the place it comes from. */
export function SeriesValues({ page, query }: { page: DataPage; query: DataPageQuery }) {
  const { series, values, valueCount } = page;
  const decimals = Math.max(0, ...values.map(({ value }) => decimalsOf(value ?? "")));
  const unit = unitLabel(series.unit, series.multiplier);
  return (
    <section aria-labelledby="values">
      <h2 id="values">Values</h2>
      <div
        className={query.allValues ? "data-all" : "ledger-scroll"}
        tabIndex={0}
        role="region"
        aria-label="Table of values"
      >
        <table className="ledger data-ledger">
          <thead>
            <tr>
              <th scope="col">{periodHeading(series.frequency)}</th>
              <th scope="col" className="figure">
                {unit}
              </th>
              <th scope="col" className="figure">
                Change
              </th>
              <th scope="col">Known from</th>
              <th scope="col" className="figure">
                Line
              </th>
              <th scope="col" className="figure">
                Column
              </th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ period, value, change, knownFrom, line, column }) => (
              <tr key={period}>
                <th scope="row">{formatPeriod(period)}</th>
                <td className="figure">
                  {value === null ? (
                    "not available"
                  ) : (
                    <AlignedFigure value={value} decimals={decimals} />
                  )}
                </td>
                <td className="figure place">{formatDifference(change)}</td>
                <td className="place nowrap">
                  <Day date={knownFrom} />
                </td>
                <td className="figure place">{line ?? noPlace}</td>
                <td className="figure place">{column ?? noPlace}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ledger-rest">
        Known from: the first vintage held with this value; line and column are places in its file.{" "}
        {values.length === valueCount ? (
          `All ${groupDigits(String(valueCount))} values are shown.`
        ) : (
          <Link
            href={`${seriesPath(series.key, { ...query, allValues: true })}#values`}
            prefetch={false}
          >
            Show all {groupDigits(String(valueCount))} values
          </Link>
        )}
      </p>
    </section>
  );
}
