import type { ReactNode } from "react";
import type { ChartView } from "#lib/site/chart-view";
import type { ChartSubject } from "./changed-notice.tsx";
import { LiveChart } from "./live-chart.client.tsx";
import "./chart-marks.css";
import "./chart.css";
import "./chart-controls.css";
import "./chart-foot.css";
import "./linked.css";

/**
 * A chart on a page: headline (with its claims, where there are), measure, controls, picture, table, files, source, note.
 * Complete without JavaScript, but for the controls. `subject` is what the headline belongs to. A guided link leads to the
 * figure, so that it takes the focus.
 */
export function ChartFigure({
  view,
  headline,
  subject = "article",
  alone = false,
  links,
}: {
  view: ChartView;
  headline?: ReactNode;
  subject?: ChartSubject;
  /** Whether the page is about this chart and nothing else: its headline comes right after the page's own. */
  alone?: boolean;
  /** Which claims of the page read its figures (lib/site/chart-links.ts). */
  links?: string | undefined;
}) {
  const { id, svg, choices, plotted, measure, span, alt, source, note, csvPath, pngPath } = view;
  const first = { plotted, measure, span, alt, source, note, csvPath, pngPath };
  const Headline = alone ? "h2" : "h3";
  return (
    <figure className="chart" id={`chart-${id}`} data-links={links} tabIndex={-1}>
      <Headline className="chart-headline">{headline ?? view.headline}</Headline>
      <LiveChart
        name={view.headline}
        first={first}
        choices={choices}
        subject={subject}
        alone={alone}
      >
        <div className="chart-wide" dangerouslySetInnerHTML={{ __html: svg.wide }} />
        <div className="chart-narrow" dangerouslySetInnerHTML={{ __html: svg.narrow }} />
      </LiveChart>
    </figure>
  );
}
