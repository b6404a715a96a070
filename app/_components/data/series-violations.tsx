import { formatPeriod, formatPublished } from "#lib/series/format";
import { unitLabel } from "#lib/series/unit";
import { formatDifference } from "#lib/site/data-figures";
import type { DataPage } from "#lib/site/data-page";
import { Day } from "../site/day.tsx";

/** Published figures of the series that should add up and do not; nothing when there are none. */
export function SeriesViolations({ page: { series, violations } }: { page: DataPage }) {
  if (violations.length === 0) return null;
  const unit = unitLabel(series.unit, series.multiplier);
  return (
    <section aria-labelledby="violations">
      <h2 id="violations">Figures that do not add up</h2>
      <p>
        The Treasury printed these figures so. They are recorded with their vintage and shown as
        they are, never mended.
        {series.section === "year"
          ? " Where one of the two years of a release is not what it should be, the other is marked as well: neither heading can be trusted."
          : null}
      </p>
      <ul className="data-violations">
        {violations.map((violation) => (
          <li key={`${violation.date} ${violation.identity} ${violation.period}`}>
            <strong>{violation.identity}</strong> does not hold for {formatPeriod(violation.period)}{" "}
            in the vintage of <Day date={violation.date} />: printed{" "}
            {formatPublished(violation.found)} {unit}, the parts come to{" "}
            {formatPublished(violation.expected)}, a difference of{" "}
            {formatDifference(violation.difference)} where rounding explains{" "}
            {formatPublished(violation.tolerance)}
            {violation.against === null ? null : (
              <>
                {" "}
                (against {violation.against.release}, vintage of{" "}
                <Day date={violation.against.date} />)
              </>
            )}
            . Line {violation.line}, column {violation.column}.
          </li>
        ))}
      </ul>
    </section>
  );
}
