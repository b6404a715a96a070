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
import { ViolatedMark } from "./violated-mark.tsx";

/** A value that a file holds without a line of its own. */
const noPlace = "\u2014";

/** The published values, newest first, each with the vintage and the place it comes from. */
export function SeriesValues({ page, query }: { page: DataPage; query: DataPageQuery }) {
  const { series, values, valueCount, valuedCount } = page;
  const decimals = Math.max(0, ...values.map(({ value }) => decimalsOf(value ?? "")));
  const unit = unitLabel(series.unit, series.multiplier);
  const all = countInWords(valueCount, valuedCount, periodHeading(series.frequency));
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
                {series.window > 1 ? "On the year before" : "Change"}
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
            {values.map(({ period, value, change, violated, knownFrom, line, column }) => (
              <tr key={period}>
                <th scope="row">{formatPeriod(period)}</th>
                <td className="figure">
                  {value === null ? (
                    "not available"
                  ) : (
                    <AlignedFigure value={value} decimals={decimals} />
                  )}
                  {violated ? <ViolatedMark /> : null}
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
        {series.window > 1
          ? "A change is shown while both of its sums stand in one release. "
          : null}
        {values.some(({ violated }) => violated)
          ? "A dagger marks a figure that does not add up. "
          : null}
        {values.length === valueCount ? (
          `Shown: ${all}.`
        ) : (
          <Link
            href={`${seriesPath(series.key, { ...query, allValues: true })}#values`}
            prefetch={false}
          >
            Show {all}
          </Link>
        )}
      </p>
    </section>
  );
}

/** "all 316 values", or, where some rows have none, "all 76 months, 39 with a value". */
function countInWords(rows: number, valued: number, heading: string): string {
  const count = groupDigits(String(rows));
  if (rows === valued) return rows === 1 ? "the only value" : `all ${count} values`;
  const steps = rows === 1 ? heading.toLowerCase() : `${heading.toLowerCase()}s`;
  return `all ${count} ${steps}, ${valued === 0 ? "none" : groupDigits(String(valued))} with a value`;
}
