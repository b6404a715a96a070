import { createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { cardSize } from "./card-size.ts";
import { drawChart } from "./draw.ts";
import { paintShapes, setFont } from "./paint.ts";
import type { PlottedChart } from "./plotted.ts";
import { headlineFont, labelFont, registerFonts } from "./png.ts";
import { lightColours } from "./theme.ts";

/** What a social card says: a page's kind, what it finds, the figures that bear it out, and whose they are. */
export interface Card {
  readonly kicker: string;
  readonly headline: string;
  /** Null where there is nothing to draw: the headline has the card to itself. */
  readonly plotted: PlottedChart | null;
  readonly source: string;
}

const margin = 56;
const chart = { scale: 1.5, width: 360, height: 296 };
const inner = cardSize.width - 2 * margin;
const beside = inner - chart.width * chart.scale - 40;
const top = 128;
const bottom = cardSize.height - 72;

/** The sizes a headline is tried in, largest first; one that fits in none is cut after the last. */
const headlineSizes = { alone: [76, 66, 58, 50, 42], beside: [50, 45, 40, 36, 32, 28, 25] };

const tick =
  "M1.4 9.1C2.9 8.7 4.1 9.9 5 12.4 6.9 7.9 10 3.8 14.6 1.2 11 5 8.3 9.3 6.2 14.8H4.5C3.8 12.2 2.8 10.3 1.4 9.1Z";

/** A card as a PNG in the light theme. The same card gives the same bytes: the fonts are our own. */
export function cardPng({ kicker, headline, plotted, source }: Card): Buffer {
  registerFonts();
  const canvas = createCanvas(cardSize.width, cardSize.height);
  const context = canvas.getContext("2d");
  context.fillStyle = lightColours.paper;
  context.fillRect(0, 0, cardSize.width, cardSize.height);
  drawMasthead(context, kicker);

  const width = plotted === null ? inner : beside;
  const sizes = plotted === null ? headlineSizes.alone : headlineSizes.beside;
  const { lines, size } = fitLines(context, headline, { width, height: bottom - top - 24, sizes });
  context.fillStyle = lightColours.ink;
  setFont(context, { weight: 600, size }, `"${headlineFont}"`);
  lines.forEach((line, index) =>
    context.fillText(line, margin, top + size + index * leadingOf(size)),
  );
  if (plotted !== null) drawPlotted(context, plotted);

  context.fillStyle = lightColours.rule;
  context.fillRect(margin, bottom, inner, 1);
  context.fillStyle = lightColours["ink-2"];
  setFont(context, { weight: 400, size: 19 }, `"${labelFont}"`);
  context.fillText(cutToFit(context, source, inner), margin, bottom + 36);
  // Not `encode`: its thread reads what the next picture is writing, and the process dies.
  return canvas.toBuffer("image/png");
}

function drawMasthead(context: SKRSContext2D, kicker: string): void {
  context.fillStyle = lightColours.ink;
  setFont(context, { weight: 700, size: 42 }, `"${headlineFont}"`);
  context.fillText("Tickmark", margin, 74);
  const end = margin + context.measureText("Tickmark").width;
  context.save();
  context.translate(end + 4, 42);
  context.scale(1.25, 1.25);
  context.fillStyle = lightColours.accent;
  context.fill(new Path2D(tick));
  context.restore();
  context.fillStyle = lightColours["ink-2"];
  setFont(context, { weight: 600, size: 19 }, `"${labelFont}"`);
  context.textAlign = "right";
  context.fillText(cutToFit(context, kicker, inner - 300), cardSize.width - margin, 72);
  context.textAlign = "left";
  context.fillStyle = lightColours.ink;
  context.fillRect(margin, 94, inner, 4);
  context.fillRect(margin, 101, inner, 1.5);
}

/** Redrawn for its place, as on a phone, and not shrunk. */
function drawPlotted(context: SKRSContext2D, plotted: PlottedChart): void {
  const frame = { name: "narrow", width: chart.width, height: chart.height } as const;
  const drawing = drawChart(plotted, frame);
  // A map or panels may need more height than they are given.
  const scale = Math.min(chart.scale, (bottom - top) / drawing.height);
  context.save();
  context.translate(cardSize.width - margin - chart.width * scale, top - 8);
  context.scale(scale, scale);
  paintShapes(context, [...drawing.back, ...drawing.marks, ...drawing.front], {
    colours: lightColours,
    labelFont: `"${labelFont}"`,
  });
  context.restore();
}

function leadingOf(size: number): number {
  return Math.round(size * 1.16);
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
}

/** The text in lines, in the largest size that fits; in the smallest, the lines that fit, the last with an ellipsis. */
function fitLines(
  context: SKRSContext2D,
  text: string,
  { width, height, sizes }: Room,
): { lines: string[]; size: number } {
  let smallest = { lines: [""], size: 0 };
  for (const size of sizes) {
    setFont(context, { weight: 600, size }, `"${headlineFont}"`);
    const lines = breakLines(context, text, width);
    const most = Math.max(1, Math.floor(height / leadingOf(size)));
    if (lines.length <= most) return { lines, size };
    const rest = lines.slice(most - 1).join(" ");
    smallest = { lines: [...lines.slice(0, most - 1), cutToFit(context, rest, width)], size };
  }
  return smallest;
}

/** Lines between words; a word longer than a line is cut. */
function breakLines(context: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (line !== "" && context.measureText(joined).width > width) {
      lines.push(line);
      line = cutToFit(context, word, width);
    } else {
      line = line === "" ? cutToFit(context, word, width) : joined;
    }
  }
  return [...lines, line];
}

/** The text, or as much of it as fits before an ellipsis. */
function cutToFit(context: SKRSContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const letters = Array.from(new Intl.Segmenter("en-US").segment(text), ({ segment }) => segment);
  let length = letters.length;
  while (length > 1 && context.measureText(`${letters.slice(0, length).join("")}…`).width > width)
    length -= 1;
  return `${letters.slice(0, length).join("").trimEnd()}…`;
}
