import Link from "next/link";
import type { ChartGlance } from "#lib/site/home-page";
import "../chart/chart-marks.css";
import "../chart/chart.css";

/**
 * A few charts as pictures, each a way to its page, where it can be questioned and which says what articles show it. The
 * headline says what the picture shows.
 */
export function ChartGlances({ charts }: { charts: readonly ChartGlance[] }) {
  if (charts.length === 0) return null;
  return (
    <section className="glances" aria-labelledby="glances-heading">
      <h2 id="glances-heading" className="kicker">
        Charts to look at
      </h2>
      <ul>
        {charts.map(({ id, headline, measure, form, svg }) => (
          <li key={id} className="glance">
            <h3>
              <Link className="row-link" href={`/charts/${id}`} prefetch={false}>
                {headline}
              </Link>
            </h3>
            <p className="label">{measure}</p>
            <div
              className={`glance-picture chart-box-${form}`}
              aria-hidden="true"
              dangerouslySetInnerHTML={{ __html: svg }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
