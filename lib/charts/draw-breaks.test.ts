import fc from "fast-check";
import { expect, test } from "vitest";
import { breakShapes } from "./draw-breaks.ts";
import { exampleChart, exampleReader, secondVintage } from "./example-charts.ts";
import { fontSize } from "./frame.ts";
import { plotChart } from "./plot.ts";
import { textWidth } from "./text-width.ts";

const plot = { left: 40, top: 12, right: 265, bottom: 310 };

test("the words of a break stay inside the plot wherever it is, above and below", async () => {
  const definition = exampleChart("example-line");
  const plotted = await plotChart(definition, exampleReader(), { asOf: secondVintage });
  if (!plotted.ok) throw new Error(JSON.stringify(plotted.problems));
  const { chart } = plotted;
  const broken = {
    ...chart,
    breaks: [{ position: chart.positions[1] ?? "", text: "Form SLT, every month" }],
  };
  fc.assert(
    fc.property(fc.integer({ min: plot.left, max: plot.right }), fc.boolean(), (x, isLow) => {
      const shapes = breakShapes(broken, plot, () => x, isLow ? plot.bottom - 14 : plot.top + 10);
      const words = shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
      expect(words.map(({ text }) => text).join(" ")).toBe("Form SLT, every month");
      for (const word of words) {
        const width = textWidth(word.text, fontSize, 400);
        const left = word.anchor === "start" ? word.x : word.x - width;
        expect(left).toBeGreaterThanOrEqual(plot.left);
        expect(left + width).toBeLessThanOrEqual(plot.right);
        expect(word.y).toBeGreaterThan(plot.top);
        expect(word.y).toBeLessThan(plot.bottom);
      }
    }),
  );
});
