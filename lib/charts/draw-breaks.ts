import type { Drawing, Shape } from "./drawing.ts";
import { fontSize } from "./frame.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";

/**
 * Where a new way of measuring begins: a line across the plot with its words at the height of `textY`, or, without words, a
 * mark on the axis. `toX` gives the place just before a position.
 */
export function breakShapes(
  chart: PlottedChart,
  plot: Drawing["plot"],
  toX: (index: number) => number,
  textY: number,
): Shape[] {
  return chart.breaks.flatMap(({ position, text }): Shape[] => {
    const index = chart.positions.indexOf(position);
    // Where the picture begins with the new way, there is no other to part it from.
    if (index < 1) return [];
    const x = toX(index);
    if (text === null) {
      return [{ kind: "line", role: "tick", x1: x, y1: plot.bottom - 7, x2: x, y2: plot.bottom }];
    }
    const fitsRight = x + 6 + textWidth(text, fontSize, 400) <= plot.right;
    return [
      { kind: "line", role: "break", x1: x, y1: plot.top, x2: x, y2: plot.bottom },
      {
        kind: "text",
        role: "note",
        x: fitsRight ? x + 6 : x - 6,
        y: textY,
        anchor: fitsRight ? "start" : "end",
        text,
      },
    ];
  });
}
