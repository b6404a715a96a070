import type { Metadata } from "next";
import Link from "next/link";
import type { ChartView } from "#lib/site/chart-view";
import { quotedTitle } from "#lib/series/quoted-title";
import { alternatesOf } from "../_components/site/alternates.ts";
import { listCharts } from "../_data/chart.ts";
import "../_components/chart/chart-marks.css";
import "../_components/chart/chart.css";
import "../_styles/area-and-release.css";
import "../_styles/charts.css";

export const metadata: Metadata = {
  title: "Charts",
  description: "Every chart, with its figures, its files, code to embed it, and where it is used.",
  alternates: alternatesOf("/charts"),
};

/** All charts as small pictures, each with what it shows. */
export default async function ChartsPage() {
  const charts = await listCharts();
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">Pictures of figures</p>
        <h1>Charts</h1>
        <p className="dek">
          Each has a page of its own, with the figures behind it, its files, and code to show it on
          another site.
        </p>
      </header>
      {charts.length === 0 ? (
        <p>There are no charts yet. The first will come with an article that needs one.</p>
      ) : (
        <ul className="chart-list">
          {mapsLast(charts).map(({ view, articles }) => (
            <li key={view.id} className={`chart-list-${view.plotted.form}`}>
              <h2>
                <Link href={`/charts/${view.id}`} prefetch={false}>
                  {view.headline}
                </Link>
              </h2>
              <p className="chart-measure">{view.measure}</p>
              <div className={`chart-box chart-box-${view.plotted.form}`}>
                {isMap(view) ? (
                  <div className="chart-wide" dangerouslySetInnerHTML={{ __html: view.svg.wide }} />
                ) : null}
                <div
                  className="chart-narrow"
                  dangerouslySetInnerHTML={{ __html: view.svg.narrow }}
                />
              </div>
              <p className="chart-source">
                {articles.length === 0
                  ? view.source
                  : `In ${articles.map(({ headline }) => quotedTitle(headline)).join(" and ")}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A map takes the width of the page, and would leave a hole in the rows before it. */
function mapsLast<Listed extends { view: ChartView }>(charts: readonly Listed[]): Listed[] {
  return charts.toSorted((one, other) => Number(isMap(one.view)) - Number(isMap(other.view)));
}

function isMap({ plotted }: ChartView): boolean {
  return plotted.form === "tile-map";
}
