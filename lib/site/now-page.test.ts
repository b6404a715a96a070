import { expect, test } from "vitest";
import { checkArticle } from "#lib/articles/check-article";
import { readArticle } from "#lib/articles/example-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { buildArticlePage } from "./build-article-page.ts";
import { buildNowPage, differencesOf } from "./now-page.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const [written, newest] = [day("2026-03-18"), day("2026-06-18")];
const months = { "2025-10": "1100", "2025-11": "1200", "2025-12": "1190.4" };
const revised = { "2025-11": "1300", "2025-12": "1212" };
const release = {
  slug: "mfh",
  title: "Major Foreign Holders",
  publisher: "A",
  url: "https://a.example",
  licence: "L",
};

/** An article with three claims, of which a later vintage (if there is one) changes the last two. */
async function nowOf(figures: Readonly<Record<string, string>> | null) {
  const vintages = [
    { release: "mfh", date: written, figures: { [key]: months } },
    ...(figures === null ? [] : [{ release: "mfh", date: newest, figures: { [key]: figures } }]),
  ];
  const reader = createMemoryReader({ series: [exampleSeries(key)], vintages });
  const claim = (month: string, words: string) =>
    `<Claim of="at(${key}, ${month})">${words}</Claim>`;
  const { article } = readArticle(
    `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${written}\n---\n# Title\n\n<Dek>D</Dek>\n\nIt was ${claim("2025-10", "$1,100 billion")}, then ${claim("2025-11", "$1,200 billion")}, then ${claim("2025-12", "$1,190 billion")}.\n`,
  );
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, null);
  const page = await buildArticlePage({ ...checked, problems: [] }, reader);
  const held = [{ release, vintages: await reader.vintages("mfh") }];
  return buildNowPage(checked, page, held, reader);
}

test("an article now counts what became of its claims, and lists the differences as they stand in the text", async () => {
  const now = await nowOf(revised);
  expect(now).toMatchObject({
    newest,
    newer: [{ release: "mfh", title: "Major Foreign Holders", vintage: newest }],
    counts: { same: 1, rounds: 0, drifted: 2, flipped: 0, unanswered: 0, pinned: 0 },
  });
  expect(differencesOf(now).map(({ words, beside }) => [words, beside])).toEqual([
    ["$1,200 billion", "$1,300 billion"],
    ["$1,190 billion", "$1,212 billion"],
  ]);
});

test("without a newer vintage every claim is the same, as of the day it was written from", async () => {
  expect(await nowOf(null)).toMatchObject({
    newest: written,
    newer: [],
    counts: { same: 3, drifted: 0 },
  });
});
