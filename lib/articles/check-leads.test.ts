import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { loadNouns } from "#lib/site/load-nouns";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";

// What a reader takes together: a cell of a table with its row and column, an item of a list with the line before the list.

const asOf = "2026-02-18";
if (!isVintageDate(asOf)) throw new TypeError(asOf);
const figures = { "2024-12": "150", "2025-11": "200", "2025-12": "190" };
const keys = ["mfh.holdings.japan", "mfh.holdings.china-mainland", "slt1.equities.net.japan"];
const reader = createMemoryReader({
  series: keys.map((key) => exampleSeries(key)),
  vintages: ["mfh", "slt1"].map((release) => ({
    release,
    date: asOf,
    figures: Object.fromEntries(
      keys.filter((key) => key.startsWith(release)).map((key) => [key, figures]),
    ),
  })),
});

const loaded = await loadNouns();
if (!loaded.ok) throw new Error("The nouns are damaged");
const { value: nouns } = loaded;

async function problemsOf(body: string, about = "", published = "2026-11-22"): Promise<string[]> {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: ${published}\nupdated: 2026-11-22\nasOf: ${asOf}\n${about}---\n# Japan and China\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, nouns);
  return [...problems, ...checked.problems].map(
    ({ kind, message, at }) => `${at.line}:${at.column} ${kind}: ${message}`,
  );
}

const held = (country: string, words = "$190 billion", month = "2025-12") =>
  `<Claim of="at(mfh.holdings.${country}, ${month})">${words}</Claim>`;

const table = (head: string, rows: string) =>
  `Holdings of Treasuries were these.\n\n| | ${head} |\n|---|---|---|\n${rows}\n`;

describe("a cell of a table", () => {
  const head = "December 2025 | November 2025";
  const row = (name: string, country = "japan") =>
    `| ${name} | ${held(country)} | ${held(country, "$200 billion", "2025-11")} |`;

  test("is named by the heads of its row and column, and by the paragraph before the table", async () => {
    expect(
      await problemsOf(table(head, `${row("Japan")}\n${row("China", "china-mainland")}`)),
    ).toEqual([]);
  });

  test("is not named by another row: the head of its own is wrong", async () => {
    expect(await problemsOf(table(head, row("China")))).toEqual([
      expect.stringMatching(/^17:3 wrong-noun: "\$190 billion": the words say "China"/),
      expect.stringMatching(/^17:3 wrong-noun: "\$200 billion": the words say "China"/),
    ]);
  });

  test("is held to the period of its column", async () => {
    const swapped = table("November 2025 | December 2025", row("Japan"));
    expect(await problemsOf(swapped)).toEqual([
      expect.stringMatching(/^15:5 wrong-noun: .*the words say "November 2025"/),
      expect.stringMatching(/^15:21 wrong-noun: .*the words say "December 2025"/),
    ]);
  });

  test("may stand in a table whose columns are countries", async () => {
    const cells = `| December 2025 | ${held("japan")} | ${held("china-mainland")} |`;
    expect(await problemsOf(table("Japan | China", cells))).toEqual([]);
    expect((await problemsOf(table("China | Japan", cells))).join()).toContain(
      'the words say "China"',
    );
  });

  test("needs the measure from somewhere", async () => {
    const bare = table(head, row("Japan")).replace("Holdings of Treasuries", "The figures");
    expect((await problemsOf(bare)).join()).toContain("nothing before it says which securities");
  });

  test("says in its own words what goes before its heads", async () => {
    const own = `| China | of Japan, ${held("japan")} | ${held("china-mainland", "$200 billion", "2025-11")} |`;
    expect(await problemsOf(table(head, own))).toEqual([]);
  });

  test("is turned by the word in its head", async () => {
    const flow = `<Claim of="at(slt1.equities.net.japan, 2025-12)">$190 billion</Claim>`;
    const of = (measure: string) =>
      `Japan and stocks.\n\n| Month | ${measure} |\n|---|---|\n| December 2025 | ${flow} |\n`;
    expect(await problemsOf(of("Net purchases"))).toEqual([]);
    const wrong = await problemsOf(of('<Exempt reason="A column’s name">Net sales</Exempt>'));
    expect(wrong.join()).toContain('wrong-direction: "sales" stands by "$190 billion"');
  });

  test("is called an average in its head", async () => {
    const mean = `<Claim of="mean(mfh.holdings.japan, 2025-11..2025-12)">$195 billion</Claim>`;
    const of = (title: string) =>
      `Holdings of Treasuries.\n\n| Who | ${title} |\n|---|---|\n| Japan | ${mean} |\n`;
    expect(await problemsOf(of("Monthly average"))).toEqual([]);
    expect((await problemsOf(of("Sum"))).join()).toContain("unsaid-aggregate");
  });
});

describe("an item of a list", () => {
  const items = (first: string, second: string) => `- ${first}\n- ${second}\n`;

  test("is named by the line before the list, the second item too", async () => {
    const body = `At the end of 2025 holdings of Treasuries were:\n\n${items(
      `Japan, ${held("japan")};`,
      `China, ${held("china-mainland")}.`,
    )}`;
    expect(await problemsOf(body)).toEqual([]);
  });

  test("is held to what the line before the list says", async () => {
    const body = (line: string) =>
      `${line}\n\n${items(
        `December 2025: ${held("japan")}`,
        `November 2025: ${held("japan", "$200 billion", "2025-11")}`,
      )}`;
    expect(await problemsOf(body("Of Treasuries Japan held:"))).toEqual([]);
    expect(await problemsOf(body("Of Treasuries China held:"))).toEqual([
      expect.stringMatching(/^13:15 wrong-noun: .*the words say "China"/),
      expect.stringMatching(/^13:15 wrong-noun: .*the words say "China"/),
    ]);
    const inYear = body("In 2024 Japan held of Treasuries:").replaceAll(
      /(?:Dec|Nov)ember 2025/g,
      "x",
    );
    expect((await problemsOf(inYear)).join()).toContain('the words say "2024"');
  });

  test("of a list within a list is led by the item above", async () => {
    const body = `Holdings of Treasuries:\n\n- Japan:\n  - December 2025: ${held("japan")}\n- China:\n  - December 2025: ${held("china-mainland")}\n`;
    expect(await problemsOf(body)).toEqual([]);
    expect((await problemsOf(body.replace("- Japan:", "- China:"))).join()).toContain(
      'the words say "China"',
    );
  });
});

describe("a rank among areas that somebody picked", () => {
  const largest =
    '<Claim of="rank(mfh.holdings.japan, 2025-12, mfh.holdings.{japan,china-mainland})">largest</Claim>';

  test.each([
    `Of the holdings of Japan and China, those of Japan were the ${largest} in December 2025.`,
    `Of the holdings of China’s, those of Japan were the ${largest} in December 2025.`,
  ])("names its peers: %s", async (body) => {
    expect((await problemsOf(body)).join()).not.toContain("unnamed-peers");
  });

  test("is refused where it does not", async () => {
    const body = `Japan’s holdings were the ${largest} in December 2025.`;
    expect((await problemsOf(body)).join()).toContain("unnamed-peers");
  });
});

test("where the day of the article cannot be read, no time is counted from it", async () => {
  const body = `At the end of last year Japan’s holdings of Treasuries were <Claim of="at(mfh.holdings.japan, 2025-12)">$190 billion</Claim>.`;
  expect((await problemsOf(body)).join()).not.toContain("wrong-noun");
  expect((await problemsOf(body, "", "2025-11-22")).join()).toContain("wrong-noun");
  expect((await problemsOf(body, "", "soon")).join()).not.toContain("wrong-noun");
});
