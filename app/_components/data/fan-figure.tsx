import Link from "next/link";
import type { Fan } from "#lib/site/data-fan";
import "../chart/chart-marks.css";
import "../chart/chart.css";

/** The fan of vintages. `whole` is the address of the picture with all revisions, null when this is it. */
export function FanFigure({ fan, whole }: { fan: Fan; whole: string | null }) {
  return (
    <figure className="chart">
      <h3 className="chart-headline">What each vintage said</h3>
      <p className="chart-measure">{fan.measure}</p>
      <div className="chart-box">
        <div className="chart-wide" dangerouslySetInnerHTML={{ __html: fan.svg.wide }} />
        <div className="chart-narrow" dangerouslySetInnerHTML={{ __html: fan.svg.narrow }} />
      </div>
      <figcaption className="chart-remark">
        {fan.caption}{" "}
        {whole === null ? null : (
          <Link href={whole} prefetch={false}>
            Draw all revisions
          </Link>
        )}
      </figcaption>
    </figure>
  );
}
