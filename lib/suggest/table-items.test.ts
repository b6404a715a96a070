import { expect, test } from "vitest";
import { splitText } from "./split-text.ts";
import { tableItems } from "./table-items.ts";

function itemsOf(text: string) {
  return tableItems(splitText(text)).map((item) => {
    switch (item.type) {
      case "number":
        return item.amount;
      case "month":
        return `${item.month}/${item.year ?? "-"}`;
      case "word":
        return item.text;
      case "none":
      case "end":
        return item.type;
    }
  });
}

test("figures in brackets and behind a minus are below zero", () => {
  expect(itemsOf("Japan (17.2) -3.4 \u22125 185.5")).toEqual(["Japan", -17.2, -3.4, -5, 185.5]);
});

test("months are read with a year of two digits, of four, or none", () => {
  expect(itemsOf("Dec-25 Nov 2025 2025-10 Sep")).toEqual(["12/2025", "11/2025", "10/2025", "9/-"]);
});

test("a place without a value is one, and a share of something is no figure", () => {
  expect(itemsOf("Japan n.a. 12%")).toEqual(["Japan", "none"]);
});

test("cells that commas part end with their line", () => {
  expect(itemsOf('"China, Mainland",683.5,683.9\nnext')).toEqual([
    ...["China", "end", "Mainland", 683.5, 683.9, "end", "next"],
  ]);
});
