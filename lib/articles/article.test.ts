import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { parseArticle, type ChartHeadline } from "./article.ts";

const frontmatter = `---
id: one
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-06-18
sources:
  - id: wire
    publisher: Wire
    title: A report
    date: 2026-02-18
    url: null
---`;
const headline = "# A headline\n\n<Dek>A dek.</Dek>";
/** The body starts on line 20 of the file. */
const articleWith = (body: string) => `${frontmatter}\n\n${headline}\n\n${body}\n`;

const charts = new Map<string, ChartHeadline>([
  [
    "holders",
    {
      text: 'Japan holds <Claim holds="1 > 0">most</Claim>',
      at: { file: "holders.yml", line: 2, column: 11 },
    },
  ],
  ["loose", { text: "Up $3 billion", at: { file: "loose.yml", line: 4, column: 12 } }],
]);

function read(source: string) {
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, charts);
  return { article, problems: problems.map(formatProblem) };
}

describe("a well-formed article", () => {
  const { article, problems } = read(
    articleWith(
      'Given <Claim of="-sum(slt1.total.net.japan, 2025)">$5 billion</Claim> in the U.S. in 2025. Then <Quoted source="wire">$7 billion</Quoted>.\n\n## Why it *matters*\n\n<Chart id="holders" />\n\nSee <Exempt reason="name of a rule">Rule 144</Exempt>.',
    ),
  );

  test("has no problems", () => expect(problems).toEqual([]));

  test("gives its claims in order, with the sentence each stands in", () => {
    expect(article?.claims.map(({ text, sentence, form }) => ({ text, sentence, form }))).toEqual([
      {
        form: "figure",
        text: "$5 billion",
        sentence: { before: "Given ", claim: "$5 billion", after: " in the U.S. in 2025." },
      },
      {
        form: "statement",
        text: "most",
        sentence: { before: "Japan holds ", claim: "most", after: "" },
      },
    ]);
  });

  test("places a chart headline's claim in the chart's file", () => {
    expect(article?.claims.at(-1)?.at).toEqual({ file: "holders.yml", line: 2, column: 23 });
  });

  test("knows headline, dek and contents", () => {
    expect(article).toMatchObject({
      headline: "A headline",
      dek: "A dek.",
      contents: [{ id: "why-it-matters", text: "Why it matters" }],
    });
  });
});

describe("what is refused, with its place", () => {
  test.each([
    [
      "a figure without a mark",
      "It rose by $5.1 billion.",
      'a.mdx:20:12 unmarked-figure: "$5.1 billion"',
    ],
    [
      "a figure spelled out",
      "It cost two trillion dollars.",
      'a.mdx:20:9 unmarked-figure: "two trillion"',
    ],
    ["a figure in an image's alt text", "![Up 5%](x.png)", 'a.mdx:20:6 unmarked-figure: "5%"'],
    [
      "a figure on the second line of a paragraph",
      "One line\nand 7 percent.",
      'a.mdx:21:5 unmarked-figure: "7 percent"',
    ],
    ["a figure in a table", "| a |\n| - |\n| 12.5 |", 'a.mdx:22:3 unmarked-figure: "12.5"'],
    ["ESM", "import x from 'y'\n\nText.", "a.mdx:20:1 esm:"],
    ["JavaScript in braces", "Two is {1 + 1}.", "a.mdx:20:8 esm:"],
    ["an unknown component", "<Script>x</Script>", "a.mdx:20:1 unknown-component: <Script>"],
    ["an unknown attribute", '<Claim off="1">5</Claim>', "a.mdx:20:8 unknown-attribute:"],
    ["an attribute that is code", "<Claim of={1}>5</Claim>", "a.mdx:20:8 not-a-string:"],
    ["spread attributes", "<Claim {...x}>5</Claim>", "unknown-attribute:"],
    [
      "a claim with both forms",
      '<Claim of="1" holds="1 > 0">5</Claim>',
      "a.mdx:20:1 mark: a claim needs exactly one",
    ],
    [
      "a claim inside a claim",
      '<Claim holds="1 > 0">a <Claim holds="1 > 0">b</Claim></Claim>',
      "a.mdx:20:24 nested-mark:",
    ],
    ["a claim without words", '<Claim of="1"></Claim>', "a.mdx:20:1 mark: <Claim> holds no words"],
    [
      "a claim at no day",
      '<Claim of="1" asOf="June">1</Claim>',
      'a.mdx:20:1 mark: asOf="June" is not a day',
    ],
    [
      "an unknown source",
      '<Quoted source="x">$1</Quoted>',
      'a.mdx:20:1 unknown-source: "$1" names the source "x"',
    ],
    [
      "an exemption without a reason",
      '<Exempt reason="why">9</Exempt>',
      "a.mdx:20:1 mark: an exempt figure gives no reason",
    ],
    [
      "two claims with one id",
      '<Claim id="a" holds="1 > 0">x</Claim> <Claim id="a" holds="2 > 0">y</Claim>',
      'claim-id: the id "a" is used twice',
    ],
    [
      "an unknown chart",
      '<Chart id="nope" />',
      'a.mdx:20:1 unknown-chart: there is no chart "nope"',
    ],
    [
      "a figure in a chart's headline",
      '<Chart id="loose" />',
      'loose.yml:4:15 unmarked-figure: "$3 billion"',
    ],
    ["an unclosed tag", "<Claim", "a.mdx:20:1 mdx:"],
  ])("%s", (_, body, expected) => {
    expect(read(articleWith(body)).problems.join("\n")).toContain(expected);
  });

  test("every problem is listed, not only the first", () => {
    const { problems } = read(articleWith("At 5%.\n\nimport a from 'b'\n\n<Bad/>\n\nAt 6%."));
    expect(problems).toHaveLength(4);
  });

  test.each([
    ["no frontmatter", "# Title\n", "a.mdx:1:1 frontmatter:"],
    ["broken YAML", "---\nbyline: [\n---\n# T", "bad-yaml:"],
    ["a misspelt field", articleWith("x").replace("asOf:", "asof:"), "asof"],
    [
      "a day that does not exist",
      articleWith("x").replace("updated: 2026-11-22", "updated: 2026-02-30"),
      "a.mdx:6:10 wrong-shape: updated",
    ],
    [
      "an update before publication",
      articleWith("x").replace("updated: 2026-11-22", "updated: 2026-11-21"),
      "not before",
    ],
    [
      "no headline",
      articleWith("x").replace("# A headline", "A headline"),
      "structure: the article has no headline",
    ],
  ])("%s", (_, source, expected) => {
    expect(read(source).problems.join("\n")).toContain(expected);
  });
});

describe("numbers that are not data", () => {
  test.each([
    "On June 18, 2026, at 16:00, the Treasury published Table 1 and lines 22 and 23 on Form S for 2024-25.",
    "It stood in September 2008 as in 2025, and the first and the 21st are days.",
    "The range 2011&#8211;2012 is written with an entity.",
  ])("%s", (body) => {
    expect(read(articleWith(body)).problems).toEqual([]);
  });
});

test.each([
  ["a heading underlined within a tag", "<Claim>---\n---\n"],
  ["a tag that is not closed", "<Claim"],
])("%s is a problem of the text", (_, body) => {
  expect(read(articleWith(body)).problems.join()).toMatch(/^a\.mdx:\d+:\d+ mdx: /);
});

test("no text makes the reader throw or hang", () => {
  const pieces = fc.constantFrom(
    "<Claim",
    ' of="1"',
    ">",
    "</Claim>",
    "{",
    "}",
    "$5 billion",
    "# ",
    "\n\n",
    "---\n",
    "<Dek>",
    "|",
    "`",
    "import x",
    "&#8239;",
    "Ω",
    "\u0000",
    "[a](b)",
    "![5%](c)",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const { problems } = parseArticle(
        articleWith(parts.join("")),
        { slug: "a", file: "a.mdx" },
        charts,
      );
      for (const { at } of problems) expect(at.line).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
}, 30_000);

test("an article of a megabyte is refused at once", () => {
  expect(read(articleWith("word ".repeat(200_000))).problems.join()).toContain("too-long");
});

test.each(["", "\ufeff", " \r\n\n"])("an empty file, %j, has one problem", (source) => {
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  expect(article).toBeNull();
  expect(problems.map(formatProblem)).toEqual([
    "a.mdx:1:1 no-article: the file is empty\n    fix: write the article there, or delete the folder",
  ]);
});
