import type { ChartType, Plugin } from "chart.js";
import type { ScaledCanvas } from "#lib/charts/paint";

/** Paints a part of a drawing on the canvas of a chart. */
export type Painter = (context: ScaledCanvas) => void;

/** What lies under the marks of a chart, and what lies on top. */
export interface DrawingLayers {
  readonly back: Painter;
  readonly front: Painter;
}

declare module "chart.js" {
  // The parameter must be there, and named so, for the two declarations to be one.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface PluginOptionsByType<TType extends ChartType> {
    drawing?: DrawingLayers;
  }
}

/**
 * Lets the shapes of the server's drawing lie under and over the marks that Chart.js draws, so that the live chart has the
 * same grid, names and notes in the same places as the picture it replaces.
 */
export const drawingLayer: Plugin<ChartType, Partial<DrawingLayers>> = {
  id: "drawing",
  beforeDatasetsDraw({ ctx }, _, { back }) {
    back?.(ctx);
  },
  afterDatasetsDraw({ ctx }, _, { front }) {
    front?.(ctx);
  },
};
