import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { checkArticle } from "./check-article.ts";
import { articleWith, readArticle } from "./example-article.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [{ release: "mfh", date: day("2026-06-18"), figures: { [key]: { "2025-12": "10" } } }],
});

async function messageOf(expression: string): Promise<string | undefined> {
  const body = `It held <Claim of="${expression}">$99 billion</Claim>.`;
  const { article } = readArticle(articleWith(body));
  if (article === null) throw new Error("no article");
  return (await checkArticle(article, reader, null)).problems[0]?.message;
}

test("a contradiction names the expression, and of a long one the words and the value only", async () => {
  const one = `at(${key}, 2025-12)`;
  expect(await messageOf(one)).toBe(
    `"$99 billion" is contradicted: ${one} is $10 billion as of 2026-06-18`,
  );
  const many = Array.from({ length: 6 }, () => one).join(" + ");
  expect(await messageOf(many)).toBe(
    '"$99 billion" is contradicted: its expression is $60 billion as of 2026-06-18',
  );
});
