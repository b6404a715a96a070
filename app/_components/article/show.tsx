import type { ReactNode } from "react";
import { readShow, writeShow, type ShowAttributes } from "#lib/site/chart-shows";
import type { ChartView } from "#lib/site/chart-view";

/** A guided link: it leads to a chart of the article, and with JavaScript it moves the chart to what its words are about. */
export function Show({
  view,
  asked,
  children,
}: {
  view: ChartView;
  asked: ShowAttributes;
  children: ReactNode;
}) {
  const read = readShow(asked, view);
  // The gate has refused whatever cannot be shown.
  if (!read.ok) throw new Error(`The chart "${view.id}" ${read.message}`);
  return (
    <a className="show" href={`#chart-${view.id}`} data-show={writeShow(read.show)}>
      {children}
    </a>
  );
}
