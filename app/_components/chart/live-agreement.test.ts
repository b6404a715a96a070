import { createCanvas } from "@napi-rs/canvas";
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from "chart.js";
import { expect, test } from "vitest";
import { drawChart } from "#lib/charts/draw";
import type { Drawing } from "#lib/charts/drawing";
import { exampleChart, exampleIds, exampleReader, secondVintage } from "#lib/charts/example-charts";
import { frames } from "#lib/charts/frame";
import { paintShapes } from "#lib/charts/paint";
import { plotChart } from "#lib/charts/plot";
import type { PlottedChart } from "#lib/charts/plotted";
import { lightColours } from "#lib/charts/theme";
import { drawingLayer } from "./drawing-layer.ts";
import { liveConfig } from "./live-config.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  drawingLayer,
);

const theme = { colours: lightColours, labelFont: "Example" };

/** A colour channel may differ by this much where two ways of drawing soften an edge differently. */
const softEdge = 96;
/** Share of pixels that may differ more: corners of lines, which are joined in another way. */
const strayShare = 0.0015;

test.each(exampleIds.flatMap((id) => [[id, "wide"] as const, [id, "narrow"] as const]))(
  "%s, %s, is the same picture from the server and from Chart.js",
  async (id, name) => {
    const outcome = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    const drawing = drawChart(outcome.chart, frames[name]);
    const expected = served(drawing);
    expect(shareOf(differing(served(drawing), expected))).toBe(0);
    expect(shareOf(differing(live(outcome.chart, drawing), expected))).toBeLessThan(strayShare);
    // Without its marks the picture is another one, so that the comparison would notice.
    expect(shareOf(differing(served({ ...drawing, marks: [] }), expected))).toBeGreaterThan(
      strayShare,
    );
  },
);

function served(drawing: Drawing): Uint8ClampedArray {
  const { width, height } = drawing;
  const context = createCanvas(width, height).getContext("2d");
  context.fillStyle = lightColours.paper;
  context.fillRect(0, 0, width, height);
  paintShapes(context, [...drawing.back, ...drawing.marks, ...drawing.front], theme);
  return context.getImageData(0, 0, width, height).data;
}

function live(plotted: PlottedChart, drawing: Drawing): Uint8ClampedArray {
  const { width, height } = drawing;
  const canvas: unknown = createCanvas(width, height);
  if (!isEnoughForChartJs(canvas)) throw new Error("expected a canvas");
  const { type, data, options } = liveConfig(plotted, drawing, theme, 1);
  const chart = new Chart(canvas, {
    type,
    data,
    options: { ...options, responsive: false, devicePixelRatio: 1, events: [] },
    plugins: [
      {
        id: "paper",
        beforeDraw({ ctx }) {
          ctx.fillStyle = lightColours.paper;
          ctx.fillRect(0, 0, width, height);
        },
      },
    ],
  });
  const { data: pixels } = chart.ctx.getImageData(0, 0, width, height);
  chart.destroy();
  return pixels;
}

/** Away from a page Chart.js asks of a canvas no more than its context. */
function isEnoughForChartJs(canvas: unknown): canvas is HTMLCanvasElement {
  return typeof canvas === "object" && canvas !== null && "getContext" in canvas;
}

/** Whether each pixel differs by more than an edge does. */
function differing(found: Uint8ClampedArray, expected: Uint8ClampedArray): boolean[] {
  return Array.from({ length: expected.length / 4 }, (_, pixel) =>
    [0, 1, 2].some((channel) => {
      const at = pixel * 4 + channel;
      return Math.abs((found[at] ?? 0) - (expected[at] ?? 0)) > softEdge;
    }),
  );
}

function shareOf(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length / flags.length;
}
