import { describe, expect, test } from "vitest";
import { areaLimits, chooseAreas, listAreas, ownAreas } from "./choose-areas.ts";
import { exampleChart, exampleReader, secondVintage, type ExampleId } from "./example-charts.ts";
import { plotChart } from "./plot.ts";

const reader = exampleReader();

describe("other areas in the place of a chart's own", () => {
  test.each<[ExampleId, number, number]>([
    ["example-line", 1, 6],
    ["example-area", 1, 1],
    ["example-bar", 1, 1],
    ["example-multiples", 2, 12],
    ["example-slope", 1, 8],
  ])("%s shows from %i to %i", (id, least, most) => {
    expect(areaLimits(exampleChart(id))).toEqual({ least, most });
  });

  test.each<ExampleId>([
    "example-stacked-area",
    "example-stacked-bar",
    "example-groups",
    "example-ranking",
    "example-map",
    "example-fan",
  ])("are not for %s: parts of a whole, all areas, or one series of many vintages", async (id) => {
    expect(areaLimits(exampleChart(id))).toBeNull();
    expect(await listAreas(exampleChart(id), reader)).toEqual([]);
    expect(await chooseAreas(exampleChart(id), ["beta"], reader)).toMatchObject({ ok: false });
  });

  test.each<[ExampleId, string[]]>([
    ["example-line", ["gamma", "alpha"]],
    ["example-area", ["gamma"]],
    ["example-multiples", ["gamma", "delta"]],
    ["example-slope", ["delta", "gamma"]],
  ])(
    "are drawn by %s in the order asked for, under a measure that names them",
    async (id, slugs) => {
      const chosen = await chooseAreas(exampleChart(id), slugs, reader);
      if (!chosen.ok) throw new Error(JSON.stringify(chosen.problems));
      const plotted = await plotChart(chosen.definition, reader, { asOf: secondVintage });
      const keys = plotted.ok ? plotted.chart.series.flatMap((series) => series.keys) : [];
      expect(keys).toEqual(slugs.map((slug) => `mfh.holdings.${slug}`));
      for (const slug of slugs) expect(chosen.definition.measure.toLowerCase()).toContain(slug);
      expect(chosen.definition.form).toBe(exampleChart(id).form);
    },
  );

  test.each<[ExampleId, string[], string]>([
    ["example-area", ["alpha", "beta"], "no more than 1 area, found 2"],
    ["example-multiples", ["alpha"], "at least 2 areas, found 1"],
    ["example-line", ["atlantis"], 'no figures of "atlantis"'],
  ])("are refused by %s for %s", async (id, slugs, words) => {
    const chosen = await chooseAreas(exampleChart(id), slugs, reader);
    expect(chosen.ok ? "" : chosen.problems[0]?.message).toContain(words);
  });

  test("a surface or columns of a total are named for the total's area, not for what they measure", async () => {
    const definition = exampleChart("example-area", (text) =>
      text.replace("label: Alpha", "label: All that is held"),
    );
    const [own] = await ownAreas(definition, reader);
    expect(own?.slug).toBe("alpha");
    expect(own?.name).not.toBe("All that is held");
  });
});
