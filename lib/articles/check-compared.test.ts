import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { loadNouns } from "#lib/site/load-nouns";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";

const asOf = "2026-02-18";
if (!isVintageDate(asOf)) throw new TypeError(asOf);
const held = {
  japan: "1200",
  "united-kingdom": "870",
  "china-mainland": "690",
  belgium: "480",
  ireland: "340",
};
const reader = createMemoryReader({
  series: Object.keys(held).map((area) => exampleSeries(`mfh.holdings.${area}`)),
  vintages: [
    {
      release: "mfh",
      date: asOf,
      figures: Object.fromEntries(
        Object.entries(held).map(([area, figure]) => [
          `mfh.holdings.${area}`,
          { "2025-12": figure },
        ]),
      ),
    },
  ],
});
const loaded = await loadNouns();
if (!loaded.ok) throw new Error("The nouns are damaged");
const { value: nouns } = loaded;

async function kindsOf(body: string): Promise<string[]> {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\n---\n# Holders\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, nouns);
  return [...problems, ...checked.problems].map(({ kind }) => kind);
}

const china = `<Claim of="rank(mfh.holdings.china-mainland, 2025-12)">third-largest</Claim>`;
const ireland = `<Claim of="at(mfh.holdings.ireland, 2025-12)">$340 billion</Claim>`;
const belgium = `<Claim of="rank(mfh.holdings.belgium, 2025-12)">fourth-largest</Claim>`;
const when = "At the end of 2025";

test.each([
  `${when} China was the ${china} holder of Treasuries, behind only Japan and Britain.`,
  `${when} China was the ${china} holder of Treasuries, ahead of Belgium and Ireland.`,
  `After Japan and Britain, China was the ${china} holder of Treasuries at the end of 2025.`,
  `${when} Ireland held ${ireland} of Treasuries, behind Belgium.`,
])("areas that a claim is rightly compared with go beside it: %s", async (body) => {
  expect(await kindsOf(body)).toEqual([]);
});

test.each([
  `${when} China was the ${china} holder of Treasuries, behind only Japan.`,
  `${when} China was the ${china} holder of Treasuries, behind only Japan and Belgium.`,
  `After Japan and Belgium, China was the ${china} holder of Treasuries at the end of 2025.`,
  `${when} Ireland held ${ireland} of Treasuries, ahead of Belgium.`,
  `${when} Ireland held ${ireland} of Treasuries, followed by Japan.`,
])("a comparison that the data do not bear out is a problem: %s", async (body) => {
  expect(await kindsOf(body)).toEqual(["wrong-comparison"]);
});

test.each([
  `${when} Ireland held ${ireland} of Treasuries, behind only Japan and Britain.`,
  `${when} Ireland held ${ireland} of Treasuries, not behind Belgium.`,
  `${when} Ireland held ${ireland} of Treasuries, no longer ahead of Belgium.`,
  `${when} Belgium was the ${belgium} holder of Treasuries, ahead of only Ireland.`,
])("what cannot be decided leaves strangers beside the claim: %s", async (body) => {
  expect(await kindsOf(body)).toEqual(["wrong-noun"]);
});
