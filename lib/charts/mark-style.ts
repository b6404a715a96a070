import type { Role, SeriesColour } from "./drawing.ts";

/** Names of the custom properties of app/tokens.css that charts use. */
export const chartTokens = [
  "paper",
  "ink",
  "ink-2",
  "ink-3",
  "rule",
  "accent",
  "series-2",
  "series-3",
  "series-4",
  "series-5",
  "series-6",
  "shade-1",
  "shade-2",
  "shade-3",
  "shade-4",
  "shade-5",
] as const;

export type Token = (typeof chartTokens)[number];

/** How shapes of one role look. `own` stands for the colour of the series. */
export interface MarkStyle {
  readonly fill?: Token | "own";
  readonly stroke?: Token | "own";
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly size?: number;
  readonly weight?: 400 | 600;
  /** Of the fill. */
  readonly opacity?: number;
  /** Text that crosses lines is cut free with an edge of paper. */
  readonly halo?: true;
}

/** Names stand in tiles, which are small; the tables have them large. */
export const tileNameSize = 11;

export const markStyles = {
  grid: { stroke: "rule", width: 1 },
  zero: { stroke: "ink", width: 1.25 },
  tick: { stroke: "ink-3", width: 1 },
  axis: { fill: "ink-2", size: 13, weight: 400 },
  line: { stroke: "own", width: 2 },
  vintage: { stroke: "ink", width: 1.25, dash: [3, 2] },
  bar: { fill: "own" },
  area: { fill: "own", opacity: 0.22 },
  part: { fill: "own", stroke: "paper", width: 1 },
  dot: { fill: "own", stroke: "paper", width: 1.5 },
  label: { fill: "own", size: 13, weight: 600, halo: true },
  value: { fill: "ink", size: 12, weight: 400 },
  break: { stroke: "ink-3", width: 1, dash: [2, 3] },
  note: { fill: "ink-2", size: 13, weight: 400, halo: true },
  "note-line": { stroke: "ink-2", width: 1 },
  panel: { fill: "ink", size: 13, weight: 600, halo: true },
  "tile-1": { fill: "shade-1" },
  "tile-2": { fill: "shade-2" },
  "tile-3": { fill: "shade-3" },
  "tile-4": { fill: "shade-4" },
  "tile-5": { fill: "shade-5" },
  "tile-ring": { stroke: "accent", width: 2 },
  // Tells the ring from any shade.
  "tile-ring-edge": { stroke: "paper", width: 1 },
  "tile-name": { fill: "ink", size: tileNameSize, weight: 600 },
  "tile-value": { fill: "ink", size: 12, weight: 400 },
  "tile-name-on-dark": { fill: "paper", size: tileNameSize, weight: 600 },
  "tile-value-on-dark": { fill: "paper", size: 12, weight: 400 },
} as const satisfies Record<Role, MarkStyle>;

export const dotRadius = 4;

/**
 * The second cue beside the colour, after the name at the line's end: the weight. The first three lines of a chart are
 * solid, because a dash over a line that is broken where a new series begins would read as noise; further ones are dashed.
 */
const dashes: Partial<Record<SeriesColour, readonly number[]>> = {
  3: [7, 3],
  4: [2, 3],
  6: [4, 2],
};
const weights: Partial<Record<SeriesColour, number>> = { 1: 2.75, 5: 1.4 };

/** The dash of a line in one of the colours; empty for a solid one. */
export function dashOf(colour: SeriesColour | undefined): readonly number[] {
  return (colour === undefined ? undefined : dashes[colour]) ?? [];
}

/** The emphasised line is the heaviest, the second of the others the lightest. */
export function lineWidth(colour: SeriesColour | undefined): number {
  return (colour === undefined ? undefined : weights[colour]) ?? markStyles.line.width;
}

/** The token of a series' colour; ink where a shape belongs to none. */
export function colourToken(colour: SeriesColour | undefined): Token {
  if (colour === undefined) return "ink";
  return colour === 1 ? "accent" : `series-${colour}`;
}

/** The token of a series' name: the lighter colours of the set are for marks and too faint for text. */
export function labelToken(colour: SeriesColour | undefined): Token {
  return colour === 1 || colour === 2 || colour === 5 ? colourToken(colour) : "ink-2";
}
