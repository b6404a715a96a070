import { breakIndexes } from "#lib/charts/draw-lines";
import { seriesColours, type DrawnFigure, type Drawing } from "#lib/charts/drawing";
import { dotRadius } from "#lib/charts/mark-style";
import type { PlottedChart } from "#lib/charts/plotted";

/** More figures than this are not labelled: their texts would lie over each other. */
const mostLabels = 3;

const labelHeight = 13;

/**
 * What lies over a chart's picture, in the units of its drawing: a veil of paper that lets the rest step back from the
 * figures that are lit, and a ring round the one pointed at. It lies as well over the server's picture as over the canvas.
 */
export function Spotlight({
  plotted,
  drawing,
  lit,
  marked,
  pointed,
}: {
  plotted: PlottedChart;
  drawing: Drawing;
  lit: readonly DrawnFigure[];
  /** Those of them that matter most: all, or what is ranked among the others. */
  marked: readonly DrawnFigure[];
  pointed: DrawnFigure | undefined;
}) {
  return (
    <svg
      className="spotlight"
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {lit.length === 0 ? null : (
        <Lit plotted={plotted} drawing={drawing} lit={lit} marked={marked} />
      )}
      {pointed === undefined ? null : <Ring figure={pointed} />}
    </svg>
  );
}

function Lit({
  plotted,
  drawing: { plot, figures },
  lit,
  marked,
}: {
  plotted: PlottedChart;
  drawing: Drawing;
  lit: readonly DrawnFigure[];
  marked: readonly DrawnFigure[];
}) {
  const bright = new Set(lit);
  const dark = figures.filter((figure) => !bright.has(figure));
  const colours = seriesColours(plotted.series, plotted.form);
  const outermost = outermostOf(marked);
  return (
    <>
      {figures.some(({ box }) => box === null) ? (
        <rect
          className="spotlight-veil"
          x={plot.left - dotRadius}
          y={plot.top - dotRadius}
          width={plot.right - plot.left + 2.5 * dotRadius}
          height={plot.bottom - plot.top + 2 * dotRadius}
        />
      ) : (
        dark.map((figure) => <Box key={keyOf(figure)} className="spotlight-veil" figure={figure} />)
      )}
      {runsOf(lit, breakIndexes(plotted)).map((run) => {
        const colour = colours[run[0]?.series ?? 0] ?? 2;
        // A dot where a lit line begins and ends, and on points that stand alone; not at each break between.
        const ends = run.filter(
          (figure) =>
            run.length === 1 ||
            figure === outermost.get(figure.series)?.first ||
            figure === outermost.get(figure.series)?.last,
        );
        return (
          <g key={run.map(keyOf).join()}>
            <path
              className={`chart-line chart-s${colour}`}
              d={`M${run.map(({ x, y }) => `${round(x)},${round(y)}`).join("L")}`}
            />
            {ends.map((end) => (
              <circle
                key={end.position}
                className={`chart-dot chart-s${colour}`}
                cx={round(end.x)}
                cy={round(end.y)}
                r={dotRadius}
              />
            ))}
          </g>
        );
      })}
      {marked.map((figure) => (
        <Box key={keyOf(figure)} className="spotlight-lit" figure={figure} />
      ))}
      {marked.length > mostLabels ? null : <Labels plotted={plotted} figures={marked} />}
    </>
  );
}

/** The mark of a figure that has an extent. */
function Box({ figure: { box }, className }: { figure: DrawnFigure; className: string }) {
  return box === null ? null : (
    <rect
      className={className}
      x={round(box.x - 0.5)}
      y={round(box.y - 0.5)}
      width={round(box.width + 1)}
      height={round(box.height + 1)}
    />
  );
}

/** The figures themselves, where the picture does not print them; of two close to each other the lower is below. */
function Labels({
  plotted: { form, series },
  figures,
}: {
  plotted: PlottedChart;
  figures: readonly DrawnFigure[];
}) {
  if (form !== "line" && form !== "bar") return null;
  const placed = [...figures].sort((left, right) => left.y - right.y);
  return placed.map((figure, index) => {
    const text = series[figure.series]?.texts[figure.position] ?? "";
    const above = placed[index - 1];
    const isClose =
      above !== undefined &&
      figure.y - above.y < 2 * labelHeight &&
      Math.abs(figure.x - above.x) < 4 * labelHeight;
    const isBelow = form === "bar" ? text.startsWith("−") : isClose;
    return (
      <text
        key={keyOf(figure)}
        className="chart-label spotlight-label"
        x={round(figure.x)}
        y={round(figure.y + (isBelow ? labelHeight + 3 : -9))}
        textAnchor="middle"
      >
        {text}
      </text>
    );
  });
}

function Ring({ figure }: { figure: DrawnFigure }) {
  return figure.box === null ? (
    <circle
      className="spotlight-ring"
      cx={round(figure.x)}
      cy={round(figure.y)}
      r={dotRadius + 2.5}
    />
  ) : (
    <Box className="spotlight-ring" figure={figure} />
  );
}

/** The first and the last of the figures of each series. */
function outermostOf(
  lit: readonly DrawnFigure[],
): ReadonlyMap<number, { readonly first: DrawnFigure; readonly last: DrawnFigure }> {
  const ends = new Map<number, { first: DrawnFigure; last: DrawnFigure }>();
  for (const figure of lit) {
    ends.set(figure.series, { first: ends.get(figure.series)?.first ?? figure, last: figure });
  }
  return ends;
}

/** Points of lines that follow each other, cut where a new way of measuring begins. */
function runsOf(lit: readonly DrawnFigure[], starts: ReadonlySet<number>): DrawnFigure[][] {
  const runs: DrawnFigure[][] = [];
  for (const figure of lit) {
    if (figure.box !== null) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      last?.series === figure.series &&
      last.position + 1 === figure.position &&
      !starts.has(figure.position);
    if (follows) run?.push(figure);
    else runs.push([figure]);
  }
  return runs;
}

function keyOf({ series, position }: DrawnFigure): string {
  return `${series}-${position}`;
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
