import { formatPeriod } from "#lib/series/format";
import type { DataPage } from "#lib/site/data-page";
import { valuesInWords } from "#lib/site/data-words";
import { ChartFigure } from "../chart/chart-figure.tsx";

/** The picture of a series over all its periods, live where there is JavaScript. */
export function SeriesChart({ page: { series, chart, doubted } }: { page: DataPage }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {chart === null ? (
        <p>
          There is nothing to draw: as of this vintage the source prints no value for this series.
        </p>
      ) : (
        <ChartFigure view={chart} headline={valuesInWords(series)} subject="page" />
      )}
      {chart === null || doubted.length === 0 ? null : (
        <p className="chart-remark">
          Drawn as printed, though <a href="#violations">not adding up</a> with others of the same
          release: {doubted.map(formatPeriod).join(", ")}.
        </p>
      )}
    </section>
  );
}
