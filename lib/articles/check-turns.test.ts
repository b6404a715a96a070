import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";
import { articleWith } from "./example-article.ts";

const [bought, sold] = ["s1.treasuries.purchases.japan", "s1.treasuries.sales.japan"];
const reader = createMemoryReader({
  series: [exampleSeries(bought), exampleSeries(sold)],
  vintages: [
    {
      release: "s1",
      date: day("2026-06-18"),
      figures: { [bought]: { "2025-12": "30" }, [sold]: { "2025-12": "40" } },
    },
  ],
});

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

async function problemsOf(body: string): Promise<string> {
  const { article } = parseArticle(articleWith(body), { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const { problems } = await checkArticle(article, reader, null);
  return problems.map(({ kind, message }) => `${kind}: ${message}`).join("\n");
}

const [purchases, sales] = [`at(${bought}, 2025-12)`, `at(${sold}, 2025-12)`];
const gross = `<Claim of="${sales}">$40 billion</Claim>`;
const net = `<Claim of="${sales} - ${purchases}">$10 billion</Claim>`;

describe("gross purchases and sales, and what one leaves of the other", () => {
  test.each([
    `Gross sales of bonds came to ${gross}.`,
    `Gross purchases of bonds came to <Claim of="${purchases}">$30 billion</Claim>.`,
    `Net sales of bonds came to ${net}.`,
    `Net sales of bonds came to <Claim of="-(${purchases} - ${sales})">$10 billion</Claim>.`,
  ])("right: %s", async (body) => {
    expect(await problemsOf(body)).not.toMatch(/wrong-direction|unsaid-change/u);
  });

  test.each([
    [`Gross purchases of bonds came to ${gross}.`, `${sales} is gross sales`],
    [`Net purchases of bonds came to ${net}.`, `${purchases} is net sales`],
    [`Gross sales of bonds came to ${net}.`, "unsaid-change"],
  ])("wrong: %s", async (body, expected) => {
    expect(await problemsOf(body)).toContain(expected);
  });
});
