import type { ChartForm } from "./plotted.ts";

/** What a shape is for; its looks follow from that (mark-style.ts), so that SVG, PNG and canvas cannot differ. */
export type Role =
  | "grid"
  | "zero"
  | "tick"
  | "axis"
  | "line"
  | "vintage"
  | "bar"
  | "area"
  | "part"
  | "dot"
  | "label"
  | "value"
  | "break"
  | "note"
  | "note-line"
  | "panel"
  | TileRole;

/** A tile of a map in one of five shades, the first the faintest; words on the last two are light on dark. */
export type TileRole =
  | `tile-${Shade}`
  | "tile-ring"
  | "tile-ring-edge"
  | "tile-name"
  | "tile-value"
  | "tile-name-on-dark"
  | "tile-value-on-dark";

export type Shade = 1 | 2 | 3 | 4 | 5;

/** 1 is the accent; 2 to 6 are the other colours of the set; absent where a shape belongs to no series. */
export type SeriesColour = 1 | 2 | 3 | 4 | 5 | 6;

interface Styled {
  readonly role: Role;
  readonly colour?: SeriesColour;
}

export interface LineShape extends Styled {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface RectShape extends Styled {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PathShape extends Styled {
  readonly kind: "path";
  readonly d: string;
}

export interface DotShape extends Styled {
  readonly kind: "dot";
  readonly x: number;
  readonly y: number;
}

/** `y` is the baseline. */
export interface TextShape extends Styled {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
}

export type Shape = LineShape | RectShape | PathShape | DotShape | TextShape;

/** Where a figure of the chart was drawn, so that it can be pointed at, stepped to and lit up. */
export interface DrawnFigure {
  /** Which of the plotted chart's series. */
  readonly series: number;
  /** Which of its positions. */
  readonly position: number;
  /** The point on a line, the end of a bar. */
  readonly x: number;
  readonly y: number;
  /** The mark itself where it has an extent; null for a point of a line. */
  readonly box: Pick<RectShape, "x" | "y" | "width" | "height"> | null;
}

/**
 * A chart as shapes, in three layers: what lies behind the marks, the marks (lines and bars), what lies on top. Chart.js
 * draws the marks of a live chart itself, inside `plot` and between the bounds of `domain`.
 */
export interface Drawing {
  readonly form: ChartForm;
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly domain: readonly [number, number];
  readonly back: readonly Shape[];
  readonly marks: readonly Shape[];
  readonly front: readonly Shape[];
  /** Each figure that was drawn, series by series. */
  readonly figures: readonly DrawnFigure[];
}

const barColours: readonly SeriesColour[] = [3, 2, 4, 5, 6];
const lineColours: readonly SeriesColour[] = [2, 5, 4, 6, 3];

/**
 * Colours for a set of series: the accent for the one that matters, the next of the others for each of the rest. Bars
 * begin with the grey; lines and parts begin with the blue and take the grey last, which would be lost among the grid.
 */
export function seriesColours(
  series: readonly { readonly emphasis: boolean }[],
  form: ChartForm,
): SeriesColour[] {
  const others =
    form === "bar" || form === "grouped-bar" || form === "ranked-bar" ? barColours : lineColours;
  let next = 0;
  return series.map(({ emphasis }) => {
    if (emphasis) return 1;
    next += 1;
    return others[(next - 1) % others.length] ?? 2;
  });
}
