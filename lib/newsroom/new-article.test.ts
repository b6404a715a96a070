import { expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import { freeId, newArticle, openingChart } from "./new-article.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

function begin(title: string) {
  const source = newArticle({
    ...{ slug: "a", id: "tm-2026-11-23-a", title, byline: 'The "desk": here', topic: "A: b # c" },
    ...{ day: day("2026-11-23"), asOf: day("2026-06-18") },
    figures: {
      period: month("2026-04"),
      level: "$9.27 trillion",
      change: "$300.1 billion",
      way: "rose",
    },
  });
  const at = { file: "chart.yml", line: 1, column: 1 };
  const headlines = new Map([[openingChart, { text: "Holdings", at }]]);
  return { source, ...parseArticle(source, { slug: "a", file: "index.mdx" }, headlines) };
}

test("an article begins as a draft with two claims, a chart and comments that no reader sees", () => {
  const { article, problems } = begin("A title");
  expect(problems).toEqual([]);
  expect(article).toMatchObject({
    headline: "A title",
    dek: "At the end of April 2026, foreign residents held $9.27 trillion of Treasuries.",
    frontmatter: { draft: true, byline: 'The "desk": here', topic: "A: b # c" },
  });
  expect(article?.claims.map(({ text, expression }) => [text, expression])).toEqual([
    ["$9.27 trillion", "at(mfh.holdings.grand-total, 2026-04)"],
    ["rose by $300.1 billion", "change(mfh.holdings.grand-total, 2026-04, 2025-04)"],
  ]);
  expect(article?.charts).toHaveLength(1);
});

test.each([
  "# not a heading in a heading #",
  "<Claim>, {braces}, *stars*, _lines_ & `ticks`",
  "[a link](x) and ![a picture](y) | ~~gone~~",
  "A back\\slash &amp; more",
])("a title is words, whatever signs are in it: %s", (title) => {
  const { article, problems } = begin(title);
  expect(problems.map(({ kind }) => kind)).toEqual([]);
  expect(article?.headline).toBe(title);
});

test("the first free id of a day is taken", () => {
  expect(freeId(day("2026-11-23"), new Set())).toBe("tm-2026-11-23-a");
  const taken = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
  const ids = new Set(taken.map((letter) => `tm-2026-11-23-${letter}`));
  expect(freeId(day("2026-11-23"), ids)).toBe("tm-2026-11-23-aa");
});
