import type { StillChart } from "#lib/site/area-history";
import { ChartTable } from "../chart/chart-table.tsx";
import "../chart/chart-marks.css";
import "../chart/chart.css";
import "../chart/chart-foot.css";

/** A chart that only shows: the same picture, table, source and note as a live one, without controls. */
export function StillChartFigure({ chart }: { chart: StillChart }) {
  const { plotted, headline, measure, svg, source, note } = chart;
  return (
    <figure className="chart" id={`chart-${plotted.id}`}>
      <h3 className="chart-headline">{headline}</h3>
      <p className="chart-measure">{measure}</p>
      <div className={`chart-box chart-box-${plotted.form}`}>
        <div className="chart-wide" dangerouslySetInnerHTML={{ __html: svg.wide }} />
        <div className="chart-narrow" dangerouslySetInnerHTML={{ __html: svg.narrow }} />
      </div>
      <div className="chart-foot">
        <ChartTable plotted={plotted} measure={measure} />
      </div>
      <p className="chart-source">{source}</p>
      <figcaption className="chart-remark">{note}</figcaption>
    </figure>
  );
}
