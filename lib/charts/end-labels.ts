import type { Drawing, SeriesColour, Shape } from "./drawing.ts";
import { lineHeight, type Frame } from "./frame.ts";
import { spreadLabels } from "./spread.ts";

/** The end of a line and the lines of text that name it. */
export interface EndLabel {
  readonly lines: readonly string[];
  readonly colour: SeriesColour;
  readonly x: number;
  readonly y: number;
  /** How many of the lines are the name; the rest is its figure. */
  readonly nameLines?: number;
  /** What joins the name to its mark: a point at the end of a line, or a swatch beside the name of a part. */
  readonly key?: "dot" | "swatch";
}

/** Side of a swatch, and the room it takes before a name. */
const swatch = 9;
export const swatchRoom = swatch + 6;

/** Names at the ends of lines, moved apart where they would meet. The first line is the name, the rest its figure. */
export function endLabels(
  ends: readonly EndLabel[],
  plot: Drawing["plot"],
  frame: Frame,
  gap: number,
): Shape[] {
  const wanted = ends.map(({ lines, y }) => ({ middle: y, height: lines.length * lineHeight }));
  const middles = spreadLabels(wanted, 0, plot.bottom + lineHeight / 2);
  return ends.flatMap(({ lines, colour, x, y, nameLines = 1, key = "dot" }, index): Shape[] => {
    const top = (middles[index] ?? y) - (lines.length * lineHeight) / 2;
    const left = plot.right + gap + (key === "swatch" ? swatchRoom : 0);
    return [
      key === "dot"
        ? { kind: "dot", role: "dot", colour, x, y }
        : {
            kind: "rect",
            role: "bar",
            colour,
            x: plot.right + gap,
            y: top + 3,
            width: swatch,
            height: swatch,
          },
      ...lines.map((text, row): Shape => ({
        kind: "text",
        role: row >= nameLines && frame.name === "wide" ? "value" : "label",
        colour,
        x: left,
        y: top + row * lineHeight + 12.5,
        anchor: "start",
        text,
      })),
    ];
  });
}
