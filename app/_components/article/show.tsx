import type { ReactNode } from "react";
import { fieldsOfShow, readShow, writeHighlight, type ShowAttributes } from "#lib/site/chart-shows";
import type { ChartView } from "#lib/site/chart-view";
import { ShowLink } from "./show-link.client.tsx";

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
    <ShowLink
      chart={view.id}
      fields={fieldsOfShow(read.show)}
      highlight={writeHighlight(read.show)}
    >
      {children}
    </ShowLink>
  );
}
