import type { ChartData, ChartOptions, TooltipItem } from "chart.js";
import { barShapes } from "#lib/charts/bar-shape";
import { columnColours } from "#lib/charts/draw-columns";
import { breakIndexes } from "#lib/charts/draw-lines";
import { seriesColours, type Drawing, type Shape } from "#lib/charts/drawing";
import { colourToken, dashOf, lineWidth } from "#lib/charts/mark-style";
import { paintShapes } from "#lib/charts/paint";
import type { PlottedChart } from "#lib/charts/plotted";
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
  const type = chart.form === "line" ? "line" : "bar";
  const { plot } = drawing;
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
    const drawn = theme.colours[colourToken(colour)];
    return {
      label: chart.series[index]?.label ?? "",
      data,
      borderColor: drawn,
      backgroundColor: drawn,
      borderWidth: lineWidth(colour) * scale,
      borderDash: dashOf(colour).map((length) => length * scale),
      borderJoinStyle: "round",
      pointRadius: 0,
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
  const shape = barShapes[chart.form === "line" ? "bar" : chart.form];
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
    callbacks: { label: (item) => figureOf(chart, item) },
  };
}

function figureOf(chart: PlottedChart, { datasetIndex, dataIndex }: TooltipItem<MarkType>): string {
  const series = chart.series[datasetIndex];
  const text = series?.texts[dataIndex] ?? "no figure";
  return chart.series.length > 1 ? `${series?.label ?? ""} ${text}` : text;
}

/** "December 2025: Japan 1,185.5, …": what the picture shows at one position, for a live region. */
export function figuresAt(chart: PlottedChart, position: number): string {
  const figures = chart.series.map(({ label, texts }) => {
    const text = texts[position] ?? "no figure";
    return chart.series.length > 1 ? `${label} ${text}` : text;
  });
  return `${chart.names[position] ?? ""}: ${figures.join(", ")}`;
}

function painter(shapes: readonly Shape[], theme: Theme, scale: number): Painter {
  return (context) => {
    context.save();
    context.scale(scale, scale);
    paintShapes(context, shapes, theme);
    context.restore();
  };
}
