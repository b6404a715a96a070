import type { ReactNode } from "react";
import type { ChartView } from "#lib/site/chart-view";

/** Stand-in until the chart figure is there. */
export function ArticleChart({ view, headline }: { view: ChartView; headline: ReactNode }) {
  return (
    <figure className="chart">
      <h3>{headline ?? view.headline}</h3>
      <p>{view.measure}</p>
      <div dangerouslySetInnerHTML={{ __html: view.svg.wide }} />
    </figure>
  );
}
