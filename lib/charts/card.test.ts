import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { cardPng, type Card } from "./card.ts";
import { cardSize } from "./card-size.ts";
import { exampleChart, exampleIds, exampleReader, secondVintage } from "./example-charts.ts";
import { plotChart } from "./plot.ts";
import { lightColours } from "./theme.ts";

const plain: Card = {
  kicker: "Cross-border capital",
  headline: "Foreigners bought more than first reported",
  plotted: null,
  source: "Source: Example Bureau",
};

describe("a social card", () => {
  test("is of the size that networks ask for, and the same bytes each time", () => {
    const png = cardPng(plain);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    expect(png.equals(cardPng(plain))).toBe(true);
  });

  test.each(exampleIds)("has the chart %s drawn in", async (id) => {
    const made = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const png = cardPng({ ...plain, plotted: made.chart });
    expect(png.equals(cardPng(plain))).toBe(false);
    expect(await strayInk(png)).toEqual([]);
  });

  test("keeps its margins whatever the headline", async () => {
    const texts = ["word ".repeat(300), "W".repeat(400), "", "𝓉".repeat(300)];
    for (const headline of texts) {
      const png = cardPng({ ...plain, headline, kicker: headline, source: headline });
      expect(await strayInk(png)).toEqual([]);
    }
  });
});

/** The pixels of the outer 40 that are not of the paper's colour, as "x,y". */
async function strayInk(png: Buffer): Promise<string[]> {
  const { width, height } = cardSize;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(await loadImage(png), 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const paper = [1, 3, 5].map((at) => parseInt(lightColours.paper.slice(at, at + 2), 16));
  const places: string[] = [];
  for (let y = 0; y < height; y += 3)
    for (const x of [...Array(40).keys()].flatMap((step) => [step, width - 1 - step]))
      if (paper.some((value, channel) => data[(y * width + x) * 4 + channel] !== value))
        places.push(`${x},${y}`);
  return places;
}
