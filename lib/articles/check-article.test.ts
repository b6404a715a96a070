import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const reader = createMemoryReader({
  series: [
    exampleSeries("mfh.holdings.japan"),
    exampleSeries("slt1.total.net.japan", { multiplier: 6 }),
  ],
  vintages: [
    {
      release: "mfh",
      date: day("2026-02-18"),
      figures: {
        "mfh.holdings.japan": { "2025-10": "1200", "2025-11": "1202.7", "2025-12": "1185.5" },
      },
    },
    {
      release: "slt1",
      date: day("2026-02-18"),
      figures: { "slt1.total.net.japan": { "2025-11": "-550", "2025-12": "55000" } },
    },
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { "mfh.holdings.japan": { "2025-11": "1180.1" } },
    },
  ],
});

async function problemsOf(claim: string, asOf = "2026-02-18"): Promise<string[]> {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\n---\n# T\n\n<Dek>D</Dek>\n\nIt ${claim}.\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error(problems.map(formatProblem).join("\n"));
  const checked = await checkArticle(article, reader, null);
  return [...problems, ...checked.problems].map(formatProblem);
}

describe("claims that the data bear out", () => {
  test.each([
    '<Claim of="at(mfh.holdings.japan, 2025-12)">$1,185.5 billion</Claim>',
    '<Claim of="at(mfh.holdings.japan, 2025-12)">$1.19tn</Claim>',
    'changed by <Claim of="change(mfh.holdings.japan, 2025-12)">-$17.2 billion</Claim>',
    '<Claim of="change(mfh.holdings.japan, 2025-12)">fell by $17 billion in 2025</Claim>',
    'saw a fall of <Claim of="-change(mfh.holdings.japan, 2025-12)">$17 billion</Claim>',
    'changed by <Claim of="pct_change(mfh.holdings.japan, 2025-12)">−1.4 percent</Claim>',
    '<Claim of="change(mfh.holdings.japan, 2025-12)">fell</Claim>',
    '<Claim of="at(mfh.holdings.japan, 2025-12) - at(mfh.holdings.japan, 2025-11)">fell</Claim>',
    '<Claim holds="change(mfh.holdings.japan, 2025-12) < 0">moved as expected</Claim>',
    '<Claim of="at(slt1.total.net.japan, 2025-12)">bought $55 billion</Claim>',
    '<Claim of="at(slt1.total.net.japan, 2025-11)">sold $550 million</Claim>',
    '<Claim of="at(mfh.holdings.japan, 2025-11); at(mfh.holdings.japan, 2025-12)">from $1.20 to $1.19 trillion</Claim>',
    '<Claim of="at(slt1.total.net.japan, 2025-12)">$55bn</Claim>',
    '<Claim of="at(mfh.holdings.japan, 2025-11)" asOf="2026-06-18">$1,180.1 billion</Claim>',
  ])("%s", async (claim) => {
    expect(await problemsOf(claim)).toEqual([]);
  });
});

describe("claims that the data contradict say what was written, what the data say, and what to write", () => {
  test("one digit wrong", async () => {
    expect(
      await problemsOf('<Claim of="at(mfh.holdings.japan, 2025-12)">$1,185.6 billion</Claim>'),
    ).toEqual([
      'a.mdx:13:4 figure-contradicted: "$1,185.6 billion" is contradicted: at(mfh.holdings.japan, 2025-12) is $1.1855 trillion as of 2026-02-18\n    fix: write "$1,185.5 billion"',
    ]);
  });

  test("the sign wrong", async () => {
    const [problem] = await problemsOf(
      '<Claim of="change(mfh.holdings.japan, 2025-12)">$17.2 billion</Claim>',
    );
    expect(problem).toContain('fix: write "fell by $17.2 billion"');
  });

  test("a word wrong", async () => {
    const [problem] = await problemsOf(
      '<Claim of="change(mfh.holdings.japan, 2025-12)">rose by $17.2 billion</Claim>',
    );
    expect(problem).toContain('a.mdx:13:4 figure-contradicted: "rose by $17.2 billion"');
    expect(problem).toContain('fix: write "fell by $17.2 billion"');
  });

  test("a statement wrong", async () => {
    const [problem] = await problemsOf(
      '<Claim holds="change(mfh.holdings.japan, 2025-12) > 0">moved as expected</Claim>',
    );
    expect(problem).toContain('statement-contradicted: "moved as expected" is not true');
    expect(problem).toContain("change(mfh.holdings.japan, 2025-12) is −$17.2 billion");
  });

  test("one of two figures wrong", async () => {
    const problems = await problemsOf(
      '<Claim of="at(mfh.holdings.japan, 2025-11); at(mfh.holdings.japan, 2025-12)">from $1.20 to $1.18 trillion</Claim>',
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("at(mfh.holdings.japan, 2025-12) is $1.1855 trillion");
  });

  test.each([
    ["-change(mfh.holdings.japan, 2025-12)", "fell by $17.2 billion"],
    ["at(mfh.holdings.japan, 2025-11) - at(mfh.holdings.japan, 2025-12)", "rose by $17.2 billion"],
    ["at(mfh.holdings.japan, 2025-12)", "bought $1,185.5 billion"],
    ["at(mfh.holdings.japan, 2025-12)", "rose"],
  ])("%s is not of the shape that %s is said of", async (of, words) => {
    expect((await problemsOf(`<Claim of="${of}">${words}</Claim>`)).join()).toContain(
      "wrong-shape",
    );
  });

  test("right at first, and wrong at the vintage the article names", async () => {
    const claim = '<Claim of="at(mfh.holdings.japan, 2025-11)">$1,202.7 billion</Claim>';
    expect(await problemsOf(claim, "2026-02-18")).toEqual([]);
    expect((await problemsOf(claim, "2026-06-18")).join()).toContain('write "$1,180.1 billion"');
  });
});

describe("claims that cannot be decided", () => {
  test.each([
    [
      "an unknown key, with its place in the attribute",
      '<Claim of="at(mfh.holdings.jpan, 2025-12)">$1</Claim>',
      "a.mdx:13:18 unknown-key",
    ],
    ["an expression that cannot be read", '<Claim of="at(mfh">$1</Claim>', "a.mdx:13:"],
    [
      "a percentage for dollars",
      '<Claim of="at(mfh.holdings.japan, 2025-12)">5 percent</Claim>',
      "unit-mismatch",
    ],
    ["a statement where a figure is due", '<Claim of="1 > 0">$5</Claim>', "unit-mismatch"],
    [
      "a figure where a statement is due",
      '<Claim holds="at(mfh.holdings.japan, 2025-12)">moved</Claim>',
      "unit-mismatch",
    ],
    [
      "two figures",
      '<Claim of="at(mfh.holdings.japan, 2025-12)">$1 billion or $2 billion</Claim>',
      "several-figures",
    ],
    ["no figure", '<Claim of="at(mfh.holdings.japan, 2025-12)">a lot</Claim>', "no-figure"],
    [
      "a stock summed over time",
      '<Claim of="sum(mfh.holdings.japan, 2025-10..2025-12)">$3 trillion</Claim>',
      "stock-over-time",
    ],
    [
      "a month that is not there",
      '<Claim of="at(mfh.holdings.japan, 2024-12)">$3 trillion</Claim>',
      "outside-series",
    ],
  ])("%s", async (_, claim, expected) => {
    expect((await problemsOf(claim)).join("\n")).toContain(expected);
  });
});

describe("what may stand beside the figure of a claim", () => {
  const holdings = (words: string) =>
    `<Claim of="at(mfh.holdings.japan, 2025-12)">${words}</Claim>`;
  const lowest = (words: string) =>
    `<Claim of="lowest_since(mfh.holdings.japan, 2025-12)">${words}</Claim>`;

  test.each([
    [holdings("minus $1,185.5 billion"), "figure-contradicted"],
    [holdings("negative $1,185.5 billion"), "figure-contradicted"],
    [holdings("half of $1,185.5 billion"), "several-figures"],
    [holdings("half $1,185.5 billion"), "several-figures"],
    [holdings("twice $1,185.5 billion"), "several-figures"],
    [holdings("a quarter of $1,185.5 billion"), "several-figures"],
    [holdings("$1,185.5 billion, doubled"), "several-figures"],
    [holdings("$1,185.5 billion thousand"), "figure-with-words"],
    [holdings("− $1,185.5 billion"), "figure-with-words"],
    [holdings("($1,185.5 billion)"), 'write "-$1,185.5 billion"'],
    [holdings("five billion of $1,185.5 billion"), "several-figures"],
    [holdings("$1,185.5 billion of $2 trillion"), "several-figures"],
    [holdings("$1,185.5 billion in 2019"), "period-mismatch"],
    [holdings("$1,185.5 billion in November 2025"), "period-mismatch"],
    [holdings("HK$1,185.5 billion"), "a currency that is not the dollar"],
    [holdings("€1,185.5 billion"), "a currency that is not the dollar"],
    [holdings("40 basis points"), "unit-mismatch"],
    [holdings("$1,18 billion"), "unreadable-figure"],
    [lowest("$5 billion in November 2025"), "unit-mismatch"],
    [lowest("a month of 2025, November"), '"November" in'],
    [lowest("the third quarter of 2025"), "figure-contradicted"],
    ['<Claim of="$5 billion">$5 billion</Claim>', "no-cells"],
    ['<Claim holds="1 = 1">moved</Claim>', "no-cells"],
    [
      '<Claim holds="at(mfh.holdings.japan, 2025-12) > 0 or 1 = 1">moved</Claim>',
      "no-cells: 1 = 1 rests",
    ],
    [
      '<Claim holds="at(mfh.holdings.japan, 2025-12) = at(mfh.holdings.japan, 2025-12)">moved</Claim>',
      "vacuous",
    ],
    [
      '<Claim holds="at(mfh.holdings.japan, 2025-12) > 0">rose by $900 billion</Claim>',
      "words-in-statement",
    ],
    [
      '<Claim holds="at(mfh.holdings.japan, 2025-12) > 0">rose by a trillion</Claim>',
      "words-in-statement",
    ],
  ])("%s", async (claim, expected) => {
    expect((await problemsOf(claim)).join("\n")).toContain(expected);
  });

  test.each([
    holdings("a net $1,185.5 billion in December 2025"),
    holdings("$1,185.5 billion in the fourth quarter of 2025"),
    holdings("about $1,185.5\nbillion at the end of 2025"),
    'changed by <Claim of="change(mfh.holdings.japan, 2025-12)">-$17.2 billion from November 2025</Claim>',
  ])("%s holds", async (claim) => {
    expect(await problemsOf(claim)).toEqual([]);
  });
});

describe("nobody is sent from holds to of and back", () => {
  const held = (words: string) =>
    problemsOf(`<Claim holds="change(mfh.holdings.japan, 2025-12) < 0">${words}</Claim>`);

  test("words that are read are named", async () => {
    expect((await held("led the rise")).join()).toContain(
      'words-in-statement: "led the rise" says "rise", which holds="…" does not read',
    );
  });
  test("words that of does not read either are told with what to do", async () => {
    const problems = (await held("had not sold")).join();
    expect(problems).toContain('nor would of="…": "not" in "had not sold" changes what is said');
    expect(problems).toContain("fix: say it without the denial");
  });
});
