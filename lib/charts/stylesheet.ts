import {
  colourToken,
  dashOf,
  labelToken,
  lineWidth,
  markStyles,
  type MarkStyle,
} from "./mark-style.ts";
import type { SeriesColour } from "./drawing.ts";

/** Roles that are filled with the colour of their series. */
const filled = Object.entries(markStyles).flatMap(([role, style]: [string, MarkStyle]) =>
  style.fill === "own" && style.size === undefined ? [role] : [],
);

const colours: readonly SeriesColour[] = [1, 2, 3, 4, 5, 6];

/**
 * The style sheet of the SVG, made from mark-style.ts so that page and PNG cannot differ. A test keeps
 * app/_components/chart/chart-marks.css equal to it.
 */
export function marksStylesheet(): string {
  const rules = Object.entries(markStyles).map(([role, style]) =>
    rule(`.chart-${role}`, declarations(style)),
  );
  const own = colours.flatMap((colour) => [
    rule(`.chart-line.chart-s${colour}`, lineDeclarations(colour)),
    rule(filled.map((role) => `.chart-${role}.chart-s${colour}`).join(",\n"), [
      `fill: var(--${colourToken(colour)})`,
    ]),
    rule(`.chart-label.chart-s${colour}`, [`fill: var(--${labelToken(colour)})`]),
  ]);
  return [
    "/* Made from lib/charts/mark-style.ts by lib/charts/stylesheet.ts; a test compares them. */\n",
    ...rules,
    ...own,
  ].join("\n");
}

function rule(selector: string, lines: readonly string[]): string {
  return `${selector} {\n${lines.map((line) => `  ${line};\n`).join("")}}\n`;
}

function declarations(style: MarkStyle): string[] {
  const lines: string[] = [];
  lines.push(`fill: ${style.fill === undefined ? "none" : `var(--${named(style.fill)})`}`);
  if (style.opacity !== undefined) lines.push(`fill-opacity: ${style.opacity}`);
  if (style.stroke !== undefined) lines.push(`stroke: var(--${named(style.stroke)})`);
  if (style.width !== undefined) lines.push(`stroke-width: ${style.width}px`);
  if (style.dash !== undefined) lines.push(`stroke-dasharray: ${style.dash.join(" ")}`);
  if (style.size !== undefined) {
    lines.push(
      "font-family: var(--font-label)",
      `font-size: ${style.size}px`,
      `font-weight: ${style.weight ?? 400}`,
    );
    lines.push("font-variant-numeric: lining-nums");
  }
  if (style.halo === true) {
    lines.push(
      "paint-order: stroke",
      "stroke: var(--paper)",
      "stroke-width: 4px",
      "stroke-linejoin: round",
    );
  }
  return lines;
}

function named(token: MarkStyle["fill"] & string): string {
  return token === "own" ? "ink" : token;
}

function lineDeclarations(colour: SeriesColour): string[] {
  const dash = dashOf(colour);
  return [
    `stroke: var(--${colourToken(colour)})`,
    `stroke-width: ${lineWidth(colour)}px`,
    "stroke-linejoin: round",
    ...(dash.length === 0 ? [] : [`stroke-dasharray: ${dash.join(" ")}`]),
  ];
}

/** Roles that have a rule, for the test that no class of the SVG lacks one. */
export const styledRoles: readonly string[] = Object.keys(markStyles);
