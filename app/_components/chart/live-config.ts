import type { ChartData, ChartOptions, TooltipItem } from "chart.js";
import { barShapes } from "#lib/charts/bar-shape";
import { columnColours } from "#lib/charts/draw-columns";
import { breakIndexes, loneIndexes, stub } from "#lib/charts/draw-lines";
import { seriesColours, type Drawing, type Shape } from "#lib/charts/drawing";
import { colourToken, dashOf, lineWidth } from "#lib/charts/mark-style";
import { paintShapes } from "#lib/charts/paint";
import type { ChartForm, PlottedChart } from "#lib/charts/plotted";
import type { Theme } from "#lib/charts/theme";
import { plotNumbers } from "#lib/charts/value-axis";
import type { Painter } from "./drawing-layer.ts";

type MarkType = "line" | "bar";

/** What Chart.js is told so that its marks lie where the drawing's do; `scale` is CSS pixels to a unit of the drawing. */
export function liveConfig(
  chart: PlottedChart,
  drawing: Drawing,
  theme: Theme,
  scale: number,
): { type: MarkType; data: ChartData<MarkType>; options: ChartOptions<MarkType> } {
  const { plot } = drawing;
  if (!ownForms.has(chart.form)) return drawnConfig(chart, drawing, theme, scale);
  const type = chart.form === "line" ? "line" : "bar";
  return {
    type,
    data: {
      labels: [...chart.names],
      datasets: type === "line" ? lines(chart, theme, scale) : bars(chart, theme),
    },
    options: {
      // A change of range is no motion that explains anything; the picture simply changes.
      animation: false,
      maintainAspectRatio: false,
      indexAxis: chart.form === "ranked-bar" ? "y" : "x",
      interaction: {
        mode: "index",
        intersect: false,
        axis: chart.form === "ranked-bar" ? "y" : "x",
      },
      layout: {
        autoPadding: false,
        padding: {
          left: plot.left * scale,
          top: plot.top * scale,
          right: (drawing.width - plot.right) * scale,
          bottom: (drawing.height - plot.bottom) * scale,
        },
      },
      scales: scales(chart, drawing),
      plugins: {
        legend: { display: false },
        tooltip: tooltip(chart, theme),
        drawing: {
          back: painter(drawing.back, theme, scale),
          front: painter(drawing.front, theme, scale),
        },
      },
    },
  };
}

/** Forms whose marks Chart.js draws. */
const ownForms: ReadonlySet<ChartForm> = new Set(["line", "bar", "grouped-bar", "ranked-bar"]);

/** Forms in which only the figure under the pointer is named, not all of its position. */
const oneByOne: ReadonlySet<ChartForm> = new Set(["small-multiples", "tile-map"]);

/**
 * The forms that Chart.js has not: the layer under it paints the marks of the drawing itself, so that they are the same, and
 * Chart.js is given points without a look at the places of the figures, for what is pointed at and stepped to.
 */
function drawnConfig(
  chart: PlottedChart,
  drawing: Drawing,
  theme: Theme,
  scale: number,
): { type: MarkType; data: ChartData<MarkType>; options: ChartOptions<MarkType> } {
  const single = oneByOne.has(chart.form);
  return {
    type: "line",
    data: { labels: [...chart.names], datasets: places(chart, drawing, theme) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: single
        ? { mode: "nearest", intersect: false, axis: "xy" }
        : { mode: "index", intersect: false, axis: "x" },
      layout: { autoPadding: false, padding: 0 },
      scales: {
        x: { type: "linear", display: false, min: 0, max: drawing.width },
        y: { type: "linear", display: false, min: 0, max: drawing.height, reverse: true },
      },
      plugins: {
        legend: { display: false },
        tooltip: tooltip(chart, theme),
        drawing: {
          back: painter([...drawing.back, ...drawing.marks], theme, scale),
          front: painter(drawing.front, theme, scale),
        },
      },
    },
  };
}

/** Where the figures of each series are drawn; a missing one is nowhere. */
function places(
  chart: PlottedChart,
  { figures }: Drawing,
  theme: Theme,
): ChartData<"line">["datasets"] {
  const colours = seriesColours(chart.series, chart.form);
  return chart.series.map(({ label }, series) => {
    const own = new Map(
      figures.filter((figure) => figure.series === series).map((one) => [one.position, one]),
    );
    const drawn = theme.colours[colourToken(colours[series])];
    return {
      label,
      data: chart.positions.map((_, position) => {
        const { x, y } = own.get(position) ?? { x: Number.NaN, y: Number.NaN };
        return { x, y };
      }),
      showLine: false,
      backgroundColor: drawn,
      borderColor: theme.colours.paper,
      pointRadius: 0,
      pointHoverRadius: own.values().next().value?.box === null ? 4 : 0,
      clip: false,
    };
  });
}

function scales(
  chart: PlottedChart,
  { domain }: Drawing,
): NonNullable<ChartOptions<MarkType>["scales"]> {
  const positions = { type: "category", display: false, offset: chart.form !== "line" } as const;
  const values = { type: "linear", display: false, min: domain[0], max: domain[1] } as const;
  return chart.form === "ranked-bar" ? { x: values, y: positions } : { x: positions, y: values };
}

function lines(chart: PlottedChart, theme: Theme, scale: number): ChartData<"line">["datasets"] {
  const colours = seriesColours(chart.series, chart.form);
  const starts = breakIndexes(chart);
  return plotNumbers(chart).map((data, index) => {
    const colour = colours[index];
    const lone = new Set(loneIndexes(data, starts));
    const drawn = theme.colours[colourToken(colour)];
    return {
      label: chart.series[index]?.label ?? "",
      data,
      borderColor: drawn,
      backgroundColor: drawn,
      borderWidth: lineWidth(colour) * scale,
      borderDash: dashOf(colour).map((length) => length * scale),
      borderJoinStyle: "round",
      // A figure without neighbours has no line to show it.
      pointRadius: data.map((_, at) => (lone.has(at) ? stub * scale : 0)),
      pointHoverRadius: 4,
      spanGaps: false,
      // The step to a new way of measuring is no movement of the figures: it is not drawn.
      segment: {
        borderColor: ({ p1DataIndex }) => (starts.has(p1DataIndex) ? "transparent" : undefined),
      },
      clip: false,
      // Chart.js paints the highest order first.
      order: colour === 1 ? 0 : chart.series.length - index,
    };
  });
}

function bars(chart: PlottedChart, theme: Theme): ChartData<"bar">["datasets"] {
  const colours = columnColours(chart);
  const shape =
    barShapes[chart.form === "grouped-bar" || chart.form === "ranked-bar" ? chart.form : "bar"];
  return plotNumbers(chart).map((data, index) => ({
    label: chart.series[index]?.label ?? "",
    data,
    backgroundColor: (colours[index] ?? []).map((colour) => theme.colours[colourToken(colour)]),
    categoryPercentage: shape.category,
    barPercentage: shape.bar,
  }));
}

function tooltip(
  chart: PlottedChart,
  theme: Theme,
): NonNullable<ChartOptions<MarkType>["plugins"]>["tooltip"] & object {
  const { colours, labelFont: family } = theme;
  return {
    backgroundColor: colours.paper,
    borderColor: colours.ink,
    borderWidth: 1,
    cornerRadius: 0,
    caretSize: 0,
    caretPadding: 8,
    padding: 8,
    titleColor: colours["ink-2"],
    titleFont: { family, size: 13, weight: 400 },
    bodyColor: colours.ink,
    bodyFont: { family, size: 13, weight: 600 },
    displayColors: chart.series.length > 1,
    boxWidth: 8,
    boxHeight: 8,
    boxPadding: 4,
    multiKeyBackground: colours.paper,
    callbacks: {
      title: ([item]) => (item === undefined ? "" : (chart.names[item.dataIndex] ?? "")),
      label: (item) => figureOf(chart, item),
    },
  };
}

function figureOf(chart: PlottedChart, { datasetIndex, dataIndex }: TooltipItem<MarkType>): string {
  const series = chart.series[datasetIndex];
  const text = series?.texts[dataIndex] ?? "no figure";
  return chart.series.length > 1 ? `${series?.label ?? ""} ${text}` : text;
}

function painter(shapes: readonly Shape[], theme: Theme, scale: number): Painter {
  return (context) => {
    context.save();
    context.scale(scale, scale);
    paintShapes(context, shapes, theme);
    context.restore();
  };
}
