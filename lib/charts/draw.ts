import { withCompared } from "./draw-compared.ts";
import { drawColumns } from "./draw-columns.ts";
import { drawFan } from "./draw-fan.ts";
import { drawGroups } from "./draw-groups.ts";
import { drawLines } from "./draw-lines.ts";
import { drawPanels } from "./draw-panels.ts";
import { drawRanking } from "./draw-ranking.ts";
import { drawSlope } from "./draw-slope.ts";
import { drawStacks } from "./draw-stacks.ts";
import { drawTiles } from "./draw-tiles.ts";
import type { Drawing } from "./drawing.ts";
import type { Frame } from "./frame.ts";
import type { PlottedChart } from "./plotted.ts";

/** A chart as shapes in a frame. The one place where a chart's looks are decided; SVG, PNG and canvas copy it. */
export function drawChart(chart: PlottedChart, frame: Frame): Drawing {
  return withCompared(chart, drawForm(chart, frame));
}

function drawForm(chart: PlottedChart, frame: Frame): Drawing {
  switch (chart.form) {
    case "line":
    case "area":
      return drawLines(chart, frame);
    case "stacked-area":
    case "stacked-bar":
      return drawStacks(chart, frame);
    case "small-multiples":
      return drawPanels(chart, frame);
    case "slope":
      return drawSlope(chart, frame);
    case "fan":
      return drawFan(chart, frame);
    case "tile-map":
      return drawTiles(chart, frame);
    case "bar":
      return drawColumns(chart, frame);
    case "grouped-bar":
      return drawGroups(chart, frame);
    case "ranked-bar":
      return drawRanking(chart, frame);
  }
}
