import type { Drawing, SeriesColour, Shape } from "./drawing.ts";
import { fontSize, lineHeight, type Frame } from "./frame.ts";
import { plainLabel } from "./plotted.ts";
import { spreadLabels } from "./spread.ts";
import { textWidth } from "./text-width.ts";
import { wrapWords } from "./wrap-words.ts";

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

/** Widest name beside a plot, which would lose the room; a longer one is broken between words. */
const nameWidth = { wide: 118, narrow: 74 } as const;

/** The name, and on a wide drawing the last figure under it; the figure alone where there is no name to say. */
export function endName(
  label: string,
  texts: readonly (string | null)[],
  frame: Frame,
): Required<Pick<EndLabel, "lines" | "nameLines">> {
  const last = texts.findLast((text) => text !== null);
  const figure = last === undefined ? [] : [last];
  if (label === plainLabel) return { lines: figure, nameLines: 1 };
  const name = wrapWords(label, nameWidth[frame.name], fontSize, 600);
  return { lines: [...name, ...(frame.name === "wide" ? figure : [])], nameLines: name.length };
}

/** The room that names take beside a plot. */
export function widestName(names: readonly Pick<EndLabel, "lines">[]): number {
  return Math.max(
    0,
    ...names.flatMap(({ lines }) => lines).map((text) => textWidth(text, fontSize, 600)),
  );
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
