import type { DrawnFigure, Drawing } from "#lib/charts/drawing";

/**
 * How much more a step sideways, or up and down, counts: what is above a column or a point belongs to it, and what is beside
 * the bar of a ranking. Panels and tiles have figures both beside and below each other.
 */
function weights(form: Drawing["form"]): readonly [number, number] {
  if (form === "ranked-bar") return [1, 1000];
  return form === "small-multiples" || form === "tile-map" ? [1, 1] : [1000, 1];
}

/** The figure that a place in a drawing points at, in the drawing's units; undefined where nothing was drawn. */
export function nearestFigure(
  { figures, form }: Pick<Drawing, "figures" | "form">,
  x: number,
  y: number,
): DrawnFigure | undefined {
  const [overX, overY] = weights(form);
  let nearest: DrawnFigure | undefined;
  let least = Infinity;
  for (const figure of figures) {
    const { box } = figure;
    const dx = box === null ? x - figure.x : outside(x, box.x, box.width);
    const dy = box === null ? y - figure.y : outside(y, box.y, box.height);
    const distance = Math.hypot(dx * overX, dy * overY);
    if (distance >= least) continue;
    least = distance;
    nearest = figure;
  }
  return nearest;
}

/** How far a place lies outside an extent; 0 within it. */
function outside(place: number, start: number, size: number): number {
  return Math.max(start - place, place - start - size, 0);
}
