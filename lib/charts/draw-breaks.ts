import type { Drawing, Shape } from "./drawing.ts";
import { fontSize, lineHeight } from "./frame.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { wrapWords } from "./wrap-words.ts";

/** Between the line and its words. */
const gap = 6;

/**
 * Where a new way of measuring begins: a line across the plot with its words at the height of `textY`, or, without words, a
 * mark on the axis. Words too long for either side are broken on the roomier one, away from the nearer edge of the plot.
 * `toX` gives the place just before a position.
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
    const room = { right: plot.right - x - gap, left: x - gap - plot.left };
    const width = textWidth(text, fontSize, 400);
    const onRight = width <= room.right || (width > room.left && room.right >= room.left);
    const lines = wrapWords(text, onRight ? room.right : room.left, fontSize, 400);
    const isLow = textY > (plot.top + plot.bottom) / 2;
    const firstY = isLow ? textY - (lines.length - 1) * lineHeight : textY;
    return [
      { kind: "line", role: "break", x1: x, y1: plot.top, x2: x, y2: plot.bottom },
      ...lines.map((line, row): Shape => ({
        kind: "text",
        role: "note",
        x: onRight ? x + gap : x - gap,
        y: firstY + row * lineHeight,
        anchor: onRight ? "start" : "end",
        text: line,
      })),
    ];
  });
}
