import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import type { Area } from "#lib/series/series";
import { searchTextOf, searchWordsOf, wordsIn } from "./search-text.ts";

const release = { slug: "mfh", title: "Major Holders", publisher: "", url: "", licence: "" };
const area: Area = {
  ...{ slug: "cote-d-ivoire", code: null, name: "Côte d'Ivoire", kind: "country", region: null },
  ...{ iso: "CI", names: { mfh: "Ivory Coast" }, aliases: ["Elfenbeinküste"] },
};
const series = exampleSeries("mfh.holdings.cote-d-ivoire", {
  title: "Holdings: Côte d'Ivoire",
  names: ["holdings of Treasuries"],
  fredId: "MFH75205",
  source: { file: "f.txt", field: "holdings", row: "Ivory Coast", code: "75205" },
});

test("a series is found by title, names, every name of its area, key and codes, each word once", () => {
  expect(searchTextOf(series, area, release)).toBe(
    "holdings côte d ivoire of treasuries ivory coast elfenbeinküste ci major holders mfh cote mfh75205 75205",
  );
});

test("a misspelt word may have been meant to be a word of titles and names, and no code; places keep their capitals", () => {
  expect(searchWordsOf([series], [area], release)).toEqual([
    ...["Coast", "Côte", "Elfenbeinküste", "Ivoire", "Ivory", "holders", "holdings", "major"],
    "treasuries",
  ]);
});

test("words are cut at what is no letter or digit, but not at the points of a short form", () => {
  expect(wordsIn("U.S. bonds; the U.K.'s slt1.total.net")).toEqual([
    ...["US", "bonds", "the", "UK", "s", "slt1", "total", "net"],
  ]);
});
