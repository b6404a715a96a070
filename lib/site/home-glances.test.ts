import { expect, test } from "vitest";
import type { PlottedChart } from "#lib/charts/plotted";
import { chooseGlances } from "./home-glances.ts";

function chart(id: string, form: PlottedChart["form"] = "line") {
  return { id, plotted: { form } };
}

function chosen(...articles: Parameters<typeof chooseGlances>) {
  return chooseGlances(...articles).map(({ id }) => id);
}

test("one chart of each other article comes before a second one of any", () => {
  const others = [[chart("b1"), chart("b2")], [chart("c1")], [chart("d1"), chart("d2")]];
  expect(chosen([chart("a1"), chart("a2")], others)).toEqual(["b1", "c1", "d1"]);
});

test("where other articles have too few, the lead's own follow, but for the one that stands with it", () => {
  const lead = [chart("a1"), chart("a2"), chart("a3")];
  expect(chosen(lead, [[chart("b1"), chart("b2")]])).toEqual(["b1", "a2", "a3"]);
  expect(chosen(lead, [])).toEqual(["a2", "a3"]);
});

test("a map or panels are passed over, for they are too tall for a row", () => {
  const others = [[chart("map", "tile-map"), chart("b2")], [chart("panels", "small-multiples")]];
  expect(chosen([chart("a1")], others)).toEqual(["b2"]);
});

test("a chart that several articles show stands once, and the lead's first not at all", () => {
  const others = [[chart("a1"), chart("same")], [chart("same")]];
  expect(chosen([chart("a1"), chart("same")], others)).toEqual(["same"]);
});
