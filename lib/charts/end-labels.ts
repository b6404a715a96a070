import type { Drawing, SeriesColour, Shape } from "./drawing.ts";
import { lineHeight, type Frame } from "./frame.ts";
import { spreadLabels } from "./spread.ts";

/** The end of a line and the lines of text that name it. */
export interface EndLabel {
  readonly lines: readonly string[];
  readonly colour: SeriesColour;
  readonly x: number;
  readonly y: number;
}

/** Names at the ends of lines, moved apart where they would meet. The first line is the name, the rest its figure. */
export function endLabels(
  ends: readonly EndLabel[],
  plot: Drawing["plot"],
  frame: Frame,
  gap: number,
): Shape[] {
  const wanted = ends.map(({ lines, y }) => ({ middle: y, height: lines.length * lineHeight }));
  const middles = spreadLabels(wanted, 0, plot.bottom + lineHeight / 2);
  return ends.flatMap(({ lines, colour, x, y }, index): Shape[] => {
    const top = (middles[index] ?? y) - (lines.length * lineHeight) / 2;
    return [
      { kind: "dot", role: "dot", colour, x, y },
      ...lines.map((text, row): Shape => ({
        kind: "text",
        role: row > 0 && frame.name === "wide" ? "value" : "label",
        colour,
        x: plot.right + gap,
        y: top + row * lineHeight + 12.5,
        anchor: "start",
        text,
      })),
    ];
  });
}
