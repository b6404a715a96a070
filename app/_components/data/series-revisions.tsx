import Link from "next/link";
import { formatDay, groupDigits } from "#lib/series/format";
import { unitLabel } from "#lib/series/unit";
import type { DataPageQuery } from "#lib/site/data-build-page";
import { amountInWords } from "#lib/site/data-figures";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";
import { FanFigure } from "./fan-figure.tsx";
import { PrintsTable } from "./prints-table.tsx";
import { StepsTable } from "./steps-table.tsx";

/** How the figures came to be what they are: a fan of the vintages, the largest steps, and each observation's vintages. */
export function SeriesRevisions({ page, query }: { page: DataPage; query: DataPageQuery }) {
  const { series, revisions, vintage } = page;
  const { fan, steps, histories, historyCount } = revisions;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">Revisions</h2>
      <p>{summary(page)}</p>
      {fan === null ? null : (
        <FanFigure
          fan={fan}
          whole={
            fan.shortened
              ? `${seriesPath(series.key, { ...query, allRevisions: true })}#revisions`
              : null
          }
        />
      )}
      {steps.length === 0 ? null : (
        <>
          <h3>The largest revisions, {unitLabel(series.unit, series.multiplier)}</h3>
          <StepsTable steps={steps} />
          {steps.some(({ from, to }) => from.violated || to.violated) ? (
            <p className="ledger-rest">
              A dagger marks a figure that did not add up in a vintage: what looks like a revision
              may be an error of print.
            </p>
          ) : null}
        </>
      )}
      {histories.length === 0 ? null : (
        <>
          <h3>The vintages of each observation</h3>
          <PrintsTable histories={histories} series={series} />
          <p className="ledger-rest">
            {histories.length < historyCount ? (
              <>
                The {histories.length} newest of {groupDigits(String(historyCount))} revised
                observations.{" "}
                <Link
                  href={`${seriesPath(series.key, { ...query, allRevisions: true })}#revisions`}
                  prefetch={false}
                >
                  Show all {groupDigits(String(historyCount))}
                </Link>
              </>
            ) : (
              `All observations that were revised up to ${formatDay(vintage.date)}.`
            )}
          </p>
        </>
      )}
    </section>
  );
}

function summary({ series, vintages, vintage, revisions }: DataPage): string {
  const held = vintages.filter(({ date }) => date <= vintage.date).length;
  if (held < 2) {
    return `One vintage of these figures is held up to ${formatDay(vintage.date)}, so nothing can be compared yet. When the next is loaded, what it changes stands here.`;
  }
  const { observations, revised, meanAbsolute, signChanged } = revisions.count;
  const counted = `${held} vintages of this table are held up to ${formatDay(vintage.date)}.`;
  if (meanAbsolute === null) {
    return `${counted} None of the ${observations} observations of this series was revised between them.`;
  }
  const by = amountInWords(meanAbsolute, series);
  const signs =
    signChanged === 0
      ? ""
      : `; ${signChanged} ended with another sign than ${signChanged === 1 ? "it" : "they"} began with`;
  return `${counted} Of ${groupDigits(String(observations))} observations, ${groupDigits(String(revised))} had another value when last printed than when first printed here, by ${by} on average, whichever way${signs}.`;
}
