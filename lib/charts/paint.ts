import type { Shape } from "./drawing.ts";
import {
  colourToken,
  dashOf,
  dotRadius,
  labelToken,
  lineWidth,
  markStyles,
  type MarkStyle,
} from "./mark-style.ts";
import type { Theme } from "./theme.ts";

/** What painting needs of a canvas: the browser's context and the one of @napi-rs/canvas both have it. */
export interface Canvas2D {
  fillStyle: unknown;
  strokeStyle: unknown;
  globalAlpha: number;
  lineWidth: number;
  lineJoin: string;
  font: string;
  /** Where there is one, the weight of a variable font is told here: the server's canvas ignores it in `font`. */
  fontVariationSettings?: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  closePath(): void;
  stroke(): void;
  fill(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  setLineDash(segments: number[]): void;
}

/** A canvas whose unit can be made larger, for a drawing that is shown larger. */
export interface ScaledCanvas extends Canvas2D {
  scale(x: number, y: number): void;
}

/** Paints shapes in order, in the units of their drawing: scale the canvas first. */
export function paintShapes(context: Canvas2D, shapes: readonly Shape[], theme: Theme): void {
  for (const shape of shapes) {
    context.save();
    paint(context, shape, theme);
    context.restore();
  }
}

function paint(context: Canvas2D, shape: Shape, theme: Theme): void {
  const style: MarkStyle = markStyles[shape.role];
  const colourOf = (token: NonNullable<MarkStyle["fill"]>): string =>
    theme.colours[token === "own" ? colourToken(shape.colour) : token];
  if (style.fill !== undefined) context.fillStyle = colourOf(style.fill);
  if (style.stroke !== undefined) context.strokeStyle = colourOf(style.stroke);
  context.lineWidth = style.width ?? 1;
  context.setLineDash([...(style.dash ?? [])]);
  switch (shape.kind) {
    case "line":
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      context.stroke();
      return;
    case "rect":
      if (style.fill !== undefined) context.fillRect(shape.x, shape.y, shape.width, shape.height);
      if (style.stroke !== undefined)
        context.strokeRect(shape.x, shape.y, shape.width, shape.height);
      return;
    case "path":
      context.lineJoin = "round";
      if (shape.role === "line") {
        context.lineWidth = lineWidth(shape.colour);
        context.setLineDash([...dashOf(shape.colour)]);
      }
      tracePath(context, shape.d);
      if (style.fill !== undefined) {
        context.globalAlpha = style.opacity ?? 1;
        context.fill();
        context.globalAlpha = 1;
      }
      if (style.stroke !== undefined) context.stroke();
      return;
    case "dot":
      context.beginPath();
      context.arc(shape.x, shape.y, dotRadius, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
      return;
    case "text":
      setFont(context, { weight: style.weight ?? 400, size: style.size ?? 13 }, theme.labelFont);
      context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
      context.textBaseline = "alphabetic";
      if (style.halo === true) {
        context.strokeStyle = theme.colours.paper;
        context.lineWidth = 4;
        context.lineJoin = "round";
        context.strokeText(shape.text, shape.x, shape.y);
      }
      if (shape.role === "label") context.fillStyle = theme.colours[labelToken(shape.colour)];
      context.fillText(shape.text, shape.x, shape.y);
      return;
  }
}

/** Sets the font of a context, so that a server and a browser write with the same weight. */
export function setFont(
  context: Pick<Canvas2D, "font" | "fontVariationSettings">,
  { weight, size }: { readonly weight: number; readonly size: number },
  family: string,
): void {
  context.font = `${weight} ${size}px ${family}`;
  if ("fontVariationSettings" in context) context.fontVariationSettings = `"wght" ${weight}`;
}

/** Paths of charts are straight lines: `M`, `L` and `Z` with absolute places, as d3's `line()` and `area()` write them. */
function tracePath(context: Canvas2D, d: string): void {
  context.beginPath();
  for (const [, command, x, y] of d.matchAll(/([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?/g)) {
    if (command === "M") context.moveTo(Number(x), Number(y));
    if (command === "L") context.lineTo(Number(x), Number(y));
    if (command === "Z") context.closePath();
  }
}
