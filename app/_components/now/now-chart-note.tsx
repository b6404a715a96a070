import { formatDay } from "#lib/series/format";
import type { NowChart } from "#lib/site/now-chart";
import type { NowPage } from "#lib/site/now-page";

/** What a chart of the newest figures does not show of itself: that nothing in it was revised, or where it is as published. */
export function NowChartNote({
  chart: { view, revision },
  page,
}: {
  chart: NowChart;
  page: NowPage["page"];
}) {
  if (revision === "beside" || page.latest === page.asOf) return null;
  return (
    <p className="now-chart-note">
      {revision === "unchanged" ? (
        `No figure of this chart has been revised since ${formatDay(page.asOf)}.`
      ) : revision === "withdrawn" ? (
        `The newest figures do not have what this chart shows. It is as of ${formatDay(page.asOf)}.`
      ) : (
        <>
          This form shows one vintage at a time:{" "}
          <a href={`/articles/${page.slug}#chart-${view.id}`}>the chart as published</a>.
        </>
      )}
    </p>
  );
}
