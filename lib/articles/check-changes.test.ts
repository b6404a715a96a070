import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { checkArticle } from "./check-article.ts";
import { articleWith } from "./example-article.ts";
import { parseArticle } from "./article.ts";

const stock = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(stock)],
  vintages: [
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { [stock]: { "2024-12": "170", "2025-11": "200", "2025-12": "190" } },
    },
  ],
});

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

async function kindsOf(body: string): Promise<string[]> {
  const { article } = parseArticle(articleWith(body), { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  return (await checkArticle(article, reader, null)).problems.map(({ kind }) => kind);
}

const change = `<Claim of="change(${stock}, 2025-12, 2024-12)">$20 billion</Claim>`;
const percent = `<Claim of="pct_change(${stock}, 2025-12, 2024-12)">11.8 percent</Claim>`;

describe("a change that is printed as if it were a level", () => {
  test.each([
    ["unsaid-change", `Holdings at the end of 2025 were ${change}.`],
    [
      "unsaid-change",
      `They held <Claim of="at(${stock}, 2025-12) - at(${stock}, 2024-12)">$20 billion</Claim>.`,
    ],
    ["unsaid-change", `Japan owned ${percent}.`],
    ["not-a-share", `Its holdings rose, and Japan held ${percent} of all Treasuries.`],
  ])("%s: %s", async (kind, body) => {
    expect(await kindsOf(body)).toContain(kind);
  });

  test.each([
    `Holdings rose by ${change} over the year.`,
    `The change over the year was ${change}.`,
    `China’s holdings had a rise too. Japan’s was ${change}.`,
    `They rose by ${percent} of late.`,
    `They were ${change} more than a year before.`,
    `Japan held <Claim of="at(${stock}, 2025-12)">$190 billion</Claim>.`,
  ])("passes: %s", async (body) => {
    const kinds = await kindsOf(body);
    expect(kinds).not.toContain("unsaid-change");
  });
});
