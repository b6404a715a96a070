import path from "node:path";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { drawChart } from "./draw.ts";
import { paintShapes, setFont } from "./paint.ts";
import type { PlottedChart } from "./plotted.ts";
import { lightColours, type Theme } from "./theme.ts";

/** Everything a picture that leaves the site must say for itself. */
export interface ChartPicture {
  readonly headline: string;
  readonly measure: string;
  readonly plotted: PlottedChart;
  readonly source: string;
}

/** Pixels of every chart's PNG, for the `width` and `height` of an `<img>`. */
export const pngSize = { width: 1440, height: 1080 } as const;

const scale = 2;
const page = { width: pngSize.width / scale, height: pngSize.height / scale, margin: 40 };
/** The families that `registerFonts` gives a canvas. */
export const labelFont = "Tickmark Label";
export const headlineFont = "Tickmark Headline";
const theme: Theme = { colours: lightColours, labelFont: `"${labelFont}"` };

/** A picture for a text that has the headline above it: null leaves it out. */
export interface TitledPicture extends Omit<ChartPicture, "headline"> {
  readonly headline: string | null;
}

/**
 * A chart as a PNG of 1440 by 1080 pixels in the light theme, with headline, measure and source. The same chart gives the
 * same bytes: the fonts are our own, none of the machine's is used.
 */
export function chartPng({ headline, measure, plotted, source }: TitledPicture): Buffer {
  registerFonts();
  const canvas = createCanvas(pngSize.width, pngSize.height);
  const context = canvas.getContext("2d");
  context.fillStyle = lightColours.paper;
  context.fillRect(0, 0, pngSize.width, pngSize.height);
  context.scale(scale, scale);

  const { ink, accent } = lightColours;
  const width = page.width - 2 * page.margin;
  let y = 44;
  if (headline !== null) {
    context.fillStyle = ink;
    context.fillRect(page.margin, 26, width, 1.5);
    setFont(context, { weight: 600, size: 25 }, `"${headlineFont}"`);
    y = write(context, headline, { colour: ink, y: 62, leading: 31, width });
  }
  setFont(context, { weight: 400, size: 13.5 }, `"${labelFont}"`);
  y = write(context, measure, { colour: lightColours["ink-2"], y: y - 6, leading: 18, width });

  const bottom = page.height - 58;
  const top = y - 4;
  const drawing = drawChart(plotted, { name: "wide", width, height: bottom - top });
  context.save();
  context.translate(page.margin, top);
  paintShapes(context, [...drawing.back, ...drawing.marks, ...drawing.front], theme);
  context.restore();

  context.fillStyle = lightColours.rule;
  context.fillRect(page.margin, page.height - 48, width, 1);
  setFont(context, { weight: 400, size: 11.5 }, `"${labelFont}"`);
  write(context, source, {
    colour: lightColours["ink-3"],
    y: page.height - 29,
    leading: 15,
    width: width - 80,
  });
  setFont(context, { weight: 600, size: 12.5 }, `"${headlineFont}"`);
  context.fillStyle = accent;
  context.textAlign = "right";
  context.fillText("Tickmark", page.width - page.margin, page.height - 29);
  // In a thread of its own: compressing takes most of the time.
  // Not `encode`: its thread reads what the next picture is writing, and the process dies.
  return canvas.toBuffer("image/png");
}

/** Writes a text in lines between words, and gives the baseline of the line after it. */
function write(
  context: SKRSContext2D,
  text: string,
  { colour, y, leading, width }: { colour: string; y: number; leading: number; width: number },
): number {
  context.fillStyle = colour;
  let baseline = y;
  let lineOfText = "";
  const flush = (): void => {
    context.fillText(lineOfText, page.margin, baseline);
    baseline += leading;
  };
  for (const word of text.split(" ")) {
    const joined = lineOfText === "" ? word : `${lineOfText} ${word}`;
    if (lineOfText !== "" && context.measureText(joined).width > width) {
      flush();
      lineOfText = word;
    } else {
      lineOfText = joined;
    }
  }
  flush();
  return baseline;
}

let registered = false;

/** Registers the site's own fonts once a process; throws when a file is missing, rather than draw in another font. */
export function registerFonts(): void {
  if (registered) return;
  const files = {
    [labelFont]: "libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
    [headlineFont]: "source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  };
  for (const [name, file] of Object.entries(files)) {
    const font = path.join(process.cwd(), "node_modules", "@fontsource-variable", file);
    if (GlobalFonts.registerFromPath(font, name) === null)
      throw new Error(`Cannot read the font ${font}`);
  }
  registered = true;
}
