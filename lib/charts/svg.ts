import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { dotRadius } from "./mark-style.ts";
import type { Drawing, Shape } from "./drawing.ts";

/** What a reader who does not see the picture is told. `id` is unique on the page. */
export interface SvgNames {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A drawing as one `<svg>` element. Colours and type come from classes (chart-marks.css), never from style attributes:
 * the content security policy refuses those.
 */
export function drawingToSvg(drawing: Drawing, names: SvgNames): string {
  const { id, title, description } = names;
  const group = (layer: "back" | "marks" | "front"): Element =>
    element("g", { ariaHidden: "true" }, drawing[layer].map(shapeElement));
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${drawing.width} ${drawing.height}`,
      width: drawing.width,
      height: drawing.height,
      role: "img",
      ariaLabelledBy: [`${id}-title`, `${id}-desc`],
    },
    [
      element("title", { id: `${id}-title` }, [{ type: "text", value: title }]),
      element("desc", { id: `${id}-desc` }, [{ type: "text", value: description }]),
      group("back"),
      group("marks"),
      group("front"),
    ],
  );
  return toHtml(svg, { space: "svg" });
}

/** A shape as an element; its looks come from its classes. */
export function shapeElement(shape: Shape): ElementContent {
  const className = [`chart-${shape.role}`];
  if (shape.colour !== undefined && hasOwnColour.has(shape.role))
    className.push(`chart-s${shape.colour}`);
  switch (shape.kind) {
    case "line":
      return element("line", {
        className,
        x1: round(shape.x1),
        y1: round(shape.y1),
        x2: round(shape.x2),
        y2: round(shape.y2),
      });
    case "rect":
      return element("rect", {
        className,
        x: round(shape.x),
        y: round(shape.y),
        width: round(shape.width),
        height: round(shape.height),
      });
    case "path":
      return element("path", { className, d: shape.d });
    case "dot":
      return element("circle", { className, cx: round(shape.x), cy: round(shape.y), r: dotRadius });
    case "text": {
      const textAnchor = shape.anchor === "start" ? undefined : shape.anchor;
      return element("text", { className, x: round(shape.x), y: round(shape.y), textAnchor }, [
        { type: "text", value: shape.text },
      ]);
    }
  }
}

const hasOwnColour: ReadonlySet<Shape["role"]> = new Set([
  "line",
  "bar",
  "area",
  "part",
  "dot",
  "label",
]);

function element(
  tagName: string,
  properties: Record<string, string | number | string[] | undefined>,
  children: ElementContent[] = [],
): Element {
  const kept = Object.entries(properties).filter(
    (entry): entry is [string, string | number | string[]] => entry[1] !== undefined,
  );
  return { type: "element", tagName, properties: Object.fromEntries(kept), children };
}

/** A tenth of a pixel is finer than a screen. */
function round(place: number): number {
  return Math.round(place * 10) / 10;
}
