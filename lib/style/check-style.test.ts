import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { articleWith, frontmatter } from "#lib/articles/example-article";
import { createMemoryReader } from "#lib/series/memory-reader";
import { formatProblem } from "#lib/series/problem";
import { startProcessorClock } from "#lib/series/processor-time";
import { sitePages, type SiteAddresses } from "./addresses.ts";
import { checkStyle } from "./check-style.ts";
import { knownWords } from "./spelling.ts";

const addresses: SiteAddresses = {
  terms: ["custody-center"],
  charts: ["three-holders"],
  topics: ["capital"],
  areas: ["japan"],
  releases: ["mfh"],
};
const reader = createMemoryReader({ vintages: [], series: [] });

async function problemsOf(body: string, fields = ""): Promise<string[]> {
  const source = articleWith(body).replace(
    frontmatter,
    frontmatter.replace(/---$/u, `${fields}---`),
  );
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (article === null) throw new Error("The example cannot be read");
  const words = knownWords(["Tickmark", "Cayman Islands", "repo", "dek"]);
  return (await checkStyle(article, { words, addresses }, reader)).map(formatProblem);
}

describe("what a copy editor would mend is told with its place and what to write", () => {
  test.each([
    ["Flows of $5bn.", '14:10 style-number: "$5bn" shortens its scale', 'write "$5 billion"'],
    ["Flows of $1.6 trn.", '"$1.6 trn"', 'write "$1.6 trillion"'],
    ["Flows of $5B, so big.", '"$5B"', 'write "$5 billion"'],
    ["Some 300 mn of it.", '"300 mn"', 'write "300 million"'],
    ["A cut of 5% or more.", '"5%" is not written with "percent"', 'write "5 percent"'],
    ["A cut of 5 per cent or more.", '"5 per cent"', 'write "5 percent"'],
    ["It was $1234 billion.", '"$1234" has no commas', 'write "$1,234"'],
    ["It was .5 percent.", '".5" has no zero', 'write "0.5"'],
    ["It was $5 billion dollars.", "style-unit", 'write "$5 billion"'],
    ["It was $5 billions.", "style-unit", 'write "$5 billion"'],
    ["It was US$5 billion.", "style-unit", 'write "$"'],
    ["It rose 5 percent points.", "style-unit", 'write "percentage points"'],
    ["In Dec. 2025 it fell.", '14:4 style-date: "Dec." shortens a month', 'write "December"'],
    ["On June 18th it fell.", '"June 18th"', 'write "June 18"'],
    ["On 18 June it fell.", '"18 June"', 'write "June 18"'],
    ["The 18th of June, 2026, came.", '"18th of June, 2026"', 'write "June 18, 2026"'],
    ["On June 18 2026 it fell.", '"June 18 2026" has no comma', 'write "June 18, 2026"'],
    ["In December of 2025 it fell.", '"December of 2025"', 'write "December 2025"'],
    ["As of 2026-06-18 it fell.", '"2026-06-18"', 'write "June 18, 2026"'],
    ["In 2025-12 it fell.", '"2025-12"', 'write "December 2025"'],
    ["In 12/2025 it fell.", '"12/2025"', 'write "December 2025"'],
    ["On 6/18/2026 it fell.", "readers take for different days", "June 18, 2026"],
    ["It fell in the the year.", '14:12 style-repeated: "the the"', 'write "the"'],
    ["It fell in\nthe *the* year.", '"the the"', 'write "the"'],
    ["It is a owner.", '14:7 style-article: "a"', 'write "an"'],
    ["Foreign holdngs fell.", '14:9 style-spelling: "holdngs"', "write holdings; if it is right"],
    ["Funds of the Caymen group.", '"Caymen"', "write Cayman or "],
    ["Funds of the cayman group.", '"cayman"', "write Cayman"],
    ["The colour of money.", '"colour" is in neither', "write color"],
    ["&#72;oldngs fell.", '14:1 style-spelling: "Holdngs"', "write Holdings"],
    ["It fell  and rose.", "14:4 style-spacing", 'write "fell and"'],
    ["It fell , then rose.", '"fell ,"', 'write "fell,"'],
    ["It fell ... and rose.", '"..." are dots', 'write "…"'],
    ["It fell -- and rose.", "in the place of a dash", 'write "—"'],
    ["China’s and Japan's.", "14:18 style-quotes", "write ’"],
    ['“This” and "that.', "style-quotes", "write “"],
    ["## Why\n\nText.\n\n#### How\n\nText.", "18:1 style-heading", "begin it with ###"],
    ["## Why\n\nText.\n\n## Why\n\nText.", '18:1 style-heading: two headings say "Why"', "apart"],
    ["[x](/data/mfh.holdings.japn)", "no series is called", "correct the address"],
    [
      "[x](/charts/tree-holders)",
      "14:1 style-link: the link leads nowhere: no chart",
      "three-holders",
    ],
    ["[x](/glossary#custody-centre)", "no term is called", "write /glossary#custody-center"],
    ["[x](/abuot)", 'the site has no page "/abuot"', "write /about"],
    ["## Why\n\n[x](#wy)", '#wy"', "write #why"],
    ["[x][y]\n\n[y]: /areas/japn", "no area is called", "write /areas/japan"],
  ])("%s", async (body, message, fix) => {
    const problems = await problemsOf(body);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toContain(fix);
  });
});

test("words of corrections are spelled as those of the text", async () => {
  const fields =
    'corrections:\n  - { date: 2026-11-22, id: c1, wrong: "It fell.", right: "It rose.", why: "A definat slip." }\n';
  expect(await problemsOf("It rose.", fields)).toEqual([
    expect.stringMatching(/^a\.mdx:9:\d+ style-spelling: "definat"/u),
  ]);
});

describe("what is right passes", () => {
  test.each([
    "On June 18, 2026, the Cayman Islands’ repo desk of Tickmark closed at the end of December 2025.",
    "It ran from 2011-12 to 2024-25, in Table 5B and on Form SLT, by 5 percentage points.",
    "See udn.com, https://example.com/holdngs, `holdngs` and the U.S. Treasury’s TIC data.",
    "He had had it. That that is so is known. The May figures are for 12 May funds.",
    'Only straight ones: it\'s "so".',
    "| Country | Share |\n| - | - |\n| Japan | 5% |\n| China | $5bn |",
    'Reuters said <Quoted source="a">$5bn by the the 18th of Jun.</Quoted> then.',
    'The fund <Exempt reason="Its own name" because="name">Blakrok Trst</Exempt> said Blakrok grew.',
    "[a](/glossary#custody-center) [b](/charts/three-holders.csv) [c](/data?q=x) [d](/areas/japan/) [e](https://nowhere.example/x) [f](#sources) [g](/articles/one#two) [h](/)",
    "## Why\n\nText, see [why](#why).\n\n### How\n\nText.\n\n## Where\n\nText.",
  ])("%s", async (body) => {
    expect(await problemsOf(body)).toEqual([]);
  });
});

describe("a waiver", () => {
  const waiver = (rule: string, words: string) =>
    `style:\n  - { rule: ${rule}, words: "${words}", reason: "It is a name" }\n`;

  test("is of the words it names, wherever they stand", async () => {
    const body = "The colour of money, a colour.";
    expect(await problemsOf(body, waiver("style-spelling", "colour"))).toEqual([]);
    expect(await problemsOf(body, waiver("style-number", "colour"))).toHaveLength(3);
  });

  test("that waives nothing is a problem, and so is one of no rule", async () => {
    expect(await problemsOf("Text.", waiver("style-spelling", "colour"))).toEqual([
      expect.stringMatching(/^a\.mdx:9:\d+ style-waiver: style-spelling finds nothing .*"colour"/u),
    ]);
    expect((await problemsOf("Text.", waiver("style-speling", "x"))).join()).toContain(
      'no style check is called "style-speling"\n    fix: write style-spelling; there are',
    );
  });
});

test("every page that a link may name is a folder of the app", () => {
  const missing = sitePages.filter(
    (page) => !["page.tsx", "route.ts"].some((file) => existsSync(path.join("app", page, file))),
  );
  expect(missing).toEqual([]);
});

test("a text in which no word is known is read in time, and its problems are limited", async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `zq${"abcdefghij".charAt(index % 10)}x`);
  const spent = startProcessorClock();
  expect(
    await problemsOf(words.map((word, at) => word + (at % 50 === 0 ? "\n\n" : " ")).join("")),
  ).toHaveLength(501);
  expect(spent()).toBeLessThan(5_000);
});
