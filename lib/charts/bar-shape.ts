import type { DrawnFigure, RectShape, SeriesColour } from "./drawing.ts";

/** Shares of their slots that bars fill; Chart.js is told the same, so that its bars lie where the server's do. */
export const barShapes = {
  bar: { category: 0.74, bar: 1 },
  "stacked-bar": { category: 0.78, bar: 1 },
  "grouped-bar": { category: 0.78, bar: 0.94 },
  "ranked-bar": { category: 0.66, bar: 1 },
} as const;

/** Where bar `index` of `count` begins within a slot of `size`, and how thick it is. */
export function barIn(
  size: number,
  form: keyof typeof barShapes,
  index = 0,
  count = 1,
): { offset: number; thickness: number } {
  const { category, bar } = barShapes[form];
  const each = (size * category) / count;
  const thickness = each * bar;
  return { offset: (size * (1 - category)) / 2 + each * index + (each - thickness) / 2, thickness };
}

/** A figure whose mark has an extent. */
export interface BarFigure extends DrawnFigure {
  readonly box: NonNullable<DrawnFigure["box"]>;
}

/** A figure drawn as a column from the line of zero to `end`, the height of its value. */
export function columnFigure(
  of: Pick<DrawnFigure, "series" | "position">,
  { x, width }: Pick<RectShape, "x" | "width">,
  end: number,
  zero: number,
): BarFigure {
  const box = { x, y: Math.min(end, zero), width, height: Math.abs(zero - end) };
  return { ...of, x: x + width / 2, y: end, box };
}

/** The bar of a figure. */
export function barShape({ box }: Pick<BarFigure, "box">, colour: SeriesColour): RectShape {
  return { kind: "rect", role: "bar", colour, ...box };
}
