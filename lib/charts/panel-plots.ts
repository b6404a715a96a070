import type { Drawing } from "./drawing.ts";
import { lineHeight, type Frame } from "./frame.ts";

/** One of the panels of small multiples. */
export interface Panel {
  readonly plot: Drawing["plot"];
  /** The first of its row has the figures of the axis. */
  readonly isFirst: boolean;
  /** Nothing stands under it. */
  readonly isLowest: boolean;
}

/** Between two panels; over each for two lines of text; under the lowest for the periods. */
const gap = 18;
const head = 2 * lineHeight + 10;
const foot = 24;

/** A lower panel is no picture any more: the drawing grows instead. */
const lowestPlot = 44;

/** Places for `count` panels in rows. A narrow drawing has two in a row and grows downwards. */
export function panelPlots(
  count: number,
  frame: Frame,
  axisRoom: number,
): { panels: Panel[]; plot: Drawing["plot"]; height: number } {
  const columns = columnsFor(count, frame);
  const rows = Math.max(1, Math.ceil(count / columns));
  const each = Math.max((frame.height - foot) / rows, head + lowestPlot);
  const height = Math.max(frame.height, Math.ceil(each * rows + foot));
  const plot = { left: axisRoom, top: head, right: frame.width - 2, bottom: height - foot };
  const width = (plot.right - plot.left - (columns - 1) * gap) / columns;
  const panels = Array.from({ length: count }, (_, index): Panel => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const left = plot.left + column * (width + gap);
    const top = row * each;
    return {
      plot: { left, top: top + head, right: left + width, bottom: top + each },
      isFirst: column === 0,
      isLowest: index + columns >= count,
    };
  });
  return { panels, plot, height };
}

function columnsFor(count: number, frame: Frame): number {
  if (frame.name === "narrow") return Math.min(2, Math.max(1, count));
  if (count <= 3) return Math.max(1, count);
  return count <= 4 ? 2 : count <= 6 || count === 9 ? 3 : 4;
}
