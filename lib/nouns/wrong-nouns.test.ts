import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formats } from "#lib/sources/formats";
import { loadCatalogue } from "#lib/sources/catalogue";
import { exampleBlock } from "./example-block.ts";
import { createExampleCheck } from "./example-check.ts";
import { missedMutations, mutateNouns } from "./noun-mutations.ts";
import { createNouns } from "./nouns.ts";

const catalogue = loadCatalogue();
if (!catalogue.ok) throw new Error("The catalogue is damaged");
const file = "content/nouns.yml";
const created = createNouns(readFileSync(file, "utf8"), file, catalogue.value.areas);
if (!created.ok) throw new Error("The nouns are damaged");
const nouns = created.value;
const series = new Map(
  formats.flatMap((format) => [...format.series(catalogue.value)]).map((each) => [each.key, each]),
);
const seriesOf = (key: string) => series.get(key);
const { faultsIn, problemsIn } = createExampleCheck(nouns, seriesOf);

describe("right figures under wrong nouns, as printed in February 2026", () => {
  const mistakes: readonly (readonly [string, string, string, string])[] = [
    [
      "private purchases printed as those of all foreigners",
      "Foreigners bought «$110.3 billion | sum(slt1.agencies.net.foreign-non-official, 2025)» of agency bonds in 2025.",
      "area: Foreigners",
      "Foreign non-official",
    ],
    [
      "private buying of Treasury bonds given for everybody’s",
      "Overseas investors put a net «$442.7 billion | sum(slt1.treasuries.net.foreign-non-official, 2025)» into Treasury bonds.",
      "area: Overseas investors",
      "Foreign non-official",
    ],
    [
      "net sales printed as a fall in holdings",
      "China’s holdings of long-term U.S. securities fell by «$208.1 billion | -sum(slt1.total.net.china-mainland, 2025)».",
      "measure: holdings",
      "Net purchases of U.S. long-term securities by foreign residents: Mainland China",
    ],
    [
      "a fall in holdings printed as sales",
      "China sold «$75.5 billion | -change(mfh.holdings.china-mainland, 2025-12, 2024-12)» of Treasuries.",
      "measure: sold",
      "Holdings of U.S. Treasury securities",
    ],
    [
      "bills printed as all Treasury securities",
      "Foreigners bought a net «$9.7 billion | at(slt3.short-term.net.grand-total, 2025-12)» of Treasury securities.",
      "class: Treasury securities",
      "Treasury bills",
    ],
    [
      "the press release’s line of bills printed as Treasury securities",
      "Foreigners added «$9.7 billion | at(press.line-23, 2025-12)» of Treasury securities.",
      "class: Treasury securities",
      "Treasury bills",
    ],
    [
      "all short-term securities printed as bills",
      "The change in holdings of Treasury bills was «$12.1 billion | at(press.line-22, 2025-12)».",
      "class: Treasury bills",
      "short-term U.S. securities",
    ],
    [
      "the net foreign acquisition printed as net purchases",
      "Net purchases of long-term securities were «$28.0 billion | at(press.line-21, 2025-12)».",
      "measure: Net purchases",
      "Net foreign acquisition",
    ],
    [
      "banks’ own liabilities printed as bank bonds",
      "The increase in corporate bonds was «$4.8 billion | at(press.line-29, 2025-12)».",
      "class: corporate bonds",
      "banks' own net dollar-denominated liabilities",
    ],
    [
      "the net inflow printed as purchases of long-term securities",
      "Foreigners bought «$44.9 billion | at(press.line-30, 2025-12)» of long-term securities.",
      "class: long-term securities",
      "Net TIC flow",
    ],
    [
      "the official inflow printed as the private one",
      "The private inflow was «$12.2 billion | at(press.line-32, 2025-12)».",
      "area: private",
      "official",
    ],
    [
      "purchases abroad by Americans printed as foreigners’ purchases",
      "Foreigners’ net purchases of foreign securities were «$34.9 billion | -sum(slt2.total.net.grand-total, 2025)».",
      "area: Foreigners",
      "U.S. residents",
    ],
    [
      "holdings of all Treasuries printed as holdings of all securities",
      "Holdings of long-term U.S. securities stood at «$9.27 trillion | at(mfh.holdings.grand-total, 2025-12)».",
      "class: long-term U.S. securities",
      "U.S. Treasury securities",
    ],
    [
      "another country",
      "Japan’s holdings of Treasuries fell to «$866.0 billion | at(mfh.holdings.united-kingdom, 2025-12)».",
      "area: Japan",
      "United Kingdom",
    ],
    [
      "a region printed as a country",
      "German net purchases of long-term U.S. securities were «$883.1 billion | sum(slt1.total.net.total-europe, 2025)».",
      "area: German",
      "Europe",
    ],
    [
      "stocks printed as bonds",
      "Foreign purchases of bonds came to «$742.5 billion | sum(slt1.equities.net.grand-total, 2025)».",
      "class: bonds",
      "U.S. equities",
    ],
    [
      "price gains printed as purchases",
      "Foreigners’ net purchases of long-term U.S. securities were «$3.10 trillion | sum(slt1.total.valuation.grand-total, 2025)».",
      "measure: net purchases",
      "Valuation change",
    ],
    [
      "the year before",
      "In 2025 foreigners’ net purchases of stocks were «$308.3 billion | sum(slt1.equities.net.grand-total, 2024)».",
      "period: 2025",
      "2024",
    ],
    [
      "a month printed as a year",
      "In 2025 foreigners’ net purchases of stocks were «$124.9 billion | at(slt1.equities.net.grand-total, 2025-12)».",
      "period: 2025",
      "December 2025",
    ],
    [
      "another month",
      "Foreign holdings of Treasuries fell by «$82.4 billion | -change(mfh.holdings.grand-total, 2025-12)» in October.",
      "period: October",
      "December 2025",
    ],
  ];

  test.each(mistakes)("%s", (_, source, fault, title) => {
    expect(faultsIn(source)).toContain(fault);
    expect(problemsIn(source).map(({ message }) => message)).toContainEqual(
      expect.stringContaining(title),
    );
  });
});

const article = [
  "Net purchases of long-term U.S. securities came to «$1.62 trillion | sum(slt1.total.net.grand-total, 2025)» in 2025, after «$1.19 trillion | sum(slt1.total.net.grand-total, 2024)» in 2024.",
  "Foreigners put a net «$742.5 billion | sum(slt1.equities.net.grand-total, 2025)» into stocks, «more than twice | sum(slt1.equities.net.grand-total, 2025) / sum(slt1.equities.net.grand-total, 2024)» the «$308.3 billion | sum(slt1.equities.net.grand-total, 2024)» of 2024.",
  "Stocks were «46 percent | share(slt1.equities.net.grand-total, slt1.total.net.grand-total, 2025)» of net purchases, up from «26 percent | share(slt1.equities.net.grand-total, slt1.total.net.grand-total, 2024)».",
  "China sold a net «$110.1 billion | -sum(slt1.treasuries.net.china-mainland, 2025)» of Treasury bonds and notes, and its holdings of them fell by «$73.7 billion | -change(slt1.treasuries.holdings.china-mainland, 2025-12, 2024-12)». Price changes added «$32.1 billion | sum(slt1.treasuries.valuation.china-mainland, 2025)».",
  "Official holders bought «$16.9 billion | sum(slt1.total.net.foreign-official, 2025)» of long-term securities on balance, about «1 percent | share(slt1.total.net.foreign-official, slt1.total.net.grand-total, 2025)» of the total.",
  "There was selling in April. Foreigners sold «$67.1 billion | -at(slt1.total.net.grand-total, 2025-04)» of long-term U.S. securities; Canadian residents alone sold «$80.7 billion | -at(slt1.total.net.canada, 2025-04)». In May foreigners bought «$316.6 billion | at(slt1.total.net.grand-total, 2025-05)».",
  "Foreign holdings of all Treasuries fell by «$82.4 billion | -change(mfh.holdings.grand-total, 2025-12)» in December, less than the «$104.0 billion | -change(mfh.holdings.grand-total, 2024-12)» of December 2024. The United Kingdom’s fell by «$16.7 billion | -change(mfh.holdings.united-kingdom, 2025-12)».",
  "China’s Treasury holdings, at «$683.5 billion | at(mfh.holdings.china-mainland, 2025-12)», were the lowest since «September 2008 | lowest_since(mfh.holdings.china-mainland, 2025-12)». Japan was the «largest | rank(mfh.holdings.japan, 2025-12)» holder.",
  "Belgium’s holdings of Treasury bonds and notes rose by «$87.8 billion | change(slt1.treasuries.holdings.belgium, 2025-12, 2024-12)» in a year in which it is a net «seller | sum(slt1.treasuries.net.belgium, 2025)».",
  "Danish residents were recorded with «$7.6 billion | at(slt1.treasuries.holdings.denmark, 2025-12)» of Treasury bonds and notes at the end of 2025, about «0.1 percent | share(slt1.treasuries.holdings.denmark, slt1.treasuries.holdings.grand-total, 2025-12)» of the foreign total.",
  "In the first four months of 2026 net purchases of long-term securities were «$464.5 billion | sum(slt1.total.net.grand-total, 2026-01..2026-04)», against «$259.5 billion | sum(slt1.total.net.grand-total, 2025-01..2025-04)» in the same months of 2025.",
  "Private investors bought «$110.3 billion | sum(slt1.agencies.net.foreign-non-official, 2025)» of agencies. All foreigners together bought «$56.2 billion | sum(slt1.agencies.net.grand-total, 2025)», because officials were «selling | sum(slt1.agencies.net.foreign-official, 2025)».",
];

test.each(article)("no problem is raised on right nouns: %s", (source) => {
  expect(faultsIn(source)).toEqual([]);
});

test("of the article’s nouns beside claims, at least 97 in 100 cannot be replaced unnoticed", () => {
  const context = { headings: [], headline: "", about: "" };
  const made = article
    .map((source) => exampleBlock(source, seriesOf))
    .flatMap((block) => mutateNouns(block, nouns))
    .filter(({ isBesideClaim }) => isBesideClaim);
  const missed = missedMutations(made, context, nouns);
  expect(made.length).toBeGreaterThan(200);
  expect(
    missed.length / made.length,
    JSON.stringify(
      missed.map(({ before, after, block }) => `${before} > ${after}: ${block.text}`),
      null,
      1,
    ),
  ).toBeLessThan(0.03);
});
