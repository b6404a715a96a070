/** The two widths a chart is drawn for. The type has one size in both, so the narrow one is redrawn and not shrunk. */
export type FrameName = "wide" | "narrow";

/** A drawing's size in units; a unit is a CSS pixel when the chart is as wide as its frame. */
export interface Frame {
  readonly name: FrameName;
  readonly width: number;
  readonly height: number;
}

export const frames = {
  wide: { name: "wide", width: 640, height: 380 },
  narrow: { name: "narrow", width: 360, height: 340 },
} as const satisfies Record<FrameName, Frame>;

/** From this width of the figure on, in CSS pixels, the wide drawing is shown; chart.css has the same number. */
const wideFrom = 520;

/** The frame to draw for a figure of this width in CSS pixels. */
export function frameFor(figureWidth: number): Frame {
  return figureWidth >= wideFrom ? frames.wide : frames.narrow;
}

/** One margin and one type for all charts, so that they read as one set. */
export const fontSize = 13;
export const lineHeight = 16;
export const edge = { top: 12, bottom: 30 } as const;
