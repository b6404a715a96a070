import type { DrawnFigure, Drawing } from "#lib/charts/drawing";

/** How much more a step along the axis counts than one across it: over time, what is above a point belongs to it. */
const along = 4;

/** The figure that a place in a drawing points at, in the drawing's units; undefined where nothing was drawn. */
export function nearestFigure(
  { figures, form }: Pick<Drawing, "figures" | "form">,
  x: number,
  y: number,
): DrawnFigure | undefined {
  const [overX, overY] = form === "ranked-bar" ? [1, along] : [along, 1];
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
