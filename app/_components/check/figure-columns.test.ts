import { expect, test } from "vitest";
import { figureColumns } from "./figure-columns.ts";

test("columns of figures are known by most of their cells, and not by their heads", () => {
  const figure = { figure: 0, text: "$1.2 trillion" };
  const rows = [
    [["Country"], ["Dec 2025"], ["Note"]],
    [["Japan"], [" ", figure], ["of 2024"]],
    [["China"], ["(683.5)"], ["n.a."]],
  ];
  expect([...figureColumns(rows)]).toEqual([1]);
});
