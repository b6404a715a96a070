import { describe, expect, test } from "vitest";
import {
  exampleChart,
  exampleReader,
  firstVintage,
  month,
  secondVintage,
} from "#lib/charts/example-charts";
import { transformationChoices } from "#lib/charts/choices";
import { plotChart } from "#lib/charts/plot";
import type { Choice } from "./choice.ts";
import { headlineSubject } from "./headline-subject.ts";
import { startingState } from "./live-state.ts";

describe("what the headline of a changed chart is about", () => {
  test("nothing is said while the picture is the article's own, also when a reader came back to it", async () => {
    expect(await subject({})).toBeNull();
  });

  test("what was changed is named as the headline has it", async () => {
    expect(await subject({ from: month("2024-01") })).toBe("January 2022 to December 2025");
    expect(await subject({ transformation: "change" })).toBe("the figures as published");
    expect(await subject({ asOf: firstVintage })).toBe("the vintage of 2026-06-18");
    expect(await subject({ from: month("2025-01"), asOf: firstVintage })).toBe(
      "January 2022 to December 2025, the vintage of 2026-06-18",
    );
  });
});

async function subject(change: Partial<Choice>): Promise<string | null> {
  const definition = exampleChart("example-line");
  const plotted = await plotChart(definition, exampleReader(), { asOf: secondVintage });
  if (!plotted.ok) throw new Error(JSON.stringify(plotted.problems));
  const state = startingState({
    plotted: plotted.chart,
    measure: "",
    span: "January 2022 to December 2025",
    alt: "",
    source: "",
    note: null,
    csvPath: "",
    pngPath: "",
  });
  const choices = {
    ranges: [],
    transformations: transformationChoices(definition, "stock"),
    vintages: [],
    areas: null,
  };
  return headlineSubject({ ...state, shown: { ...state.shown, ...change } }, choices, String);
}
