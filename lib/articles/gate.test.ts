import { describe, expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { articleWith, frontmatter, readArticle } from "./example-article.ts";

const problemsOf = (body: string) => readArticle(articleWith(body)).problems.join("\n");
const claim = (words: string) => `<Claim of="at(a, 2025)">${words}</Claim>`;

describe("text glued to a mark would be ticked with it", () => {
  test.each([
    `It sold -${claim("$5 billion")}.`,
    `It sold −${claim("$5 billion")}.`,
    `It sold —${claim("$5 billion")}.`,
    `It sold $${claim("5 billion")}.`,
    `It sold 2${claim("5 billion")}.`,
    `It sold 2.${claim("5")} of it.`,
    `un${claim("$5 billion")}`,
    `${claim("$5")}.5 of it`,
    `${claim("$5")},500 of it`,
    `${claim("$5")}0`,
    `${claim("$5")}bn`,
    `${claim("5")}%`,
    `${claim("$5")} billion`,
    `${claim("$5")}\nbillion`,
    `${claim("5")}-percent`,
    `${claim("5")}&nbsp;percentage points`,
    `${claim("$1")}${claim("5 billion")}`,
    `minus ${claim("$5 billion")}`,
    `half of ${claim("$5 billion")}`,
    `twice ${claim("$5 billion")}`,
    `<Quoted source="x">$5</Quoted> billion`,
  ])("%s", (body) => {
    expect(problemsOf(body)).toContain("glued-text");
  });

  test.each([
    `about ${claim("$5 billion")}, net ${claim("$6 billion")}; (${claim("$7 billion")})`,
    `stocks—${claim("$5 billion")}—and bonds`,
    `${claim("$5 billion")}’s worth. “${claim("$5 billion")}”`,
    `<Claim holds="at(a, 2025) > 2">nearly twice</Claim> ${claim("$5 billion")}`,
  ])("what is not: %s", (body) => {
    expect(problemsOf(body)).toBe("");
  });
});

describe("inside a mark stand words", () => {
  test.each([
    [claim("$5 ![x](/x.png) billion"), "mark-content"],
    [claim("[$5 billion](/x)"), "mark-content"],
    [claim('$5 <Chart id="x" />'), "mark-content"],
    [claim("$5 ~~billion~~"), "mark-content"],
    [`[see ${claim("$5 billion")}](/x)`, "mark-in-link"],
    [`<Claim of="at(a, 2025)">\n$5 billion\n</Claim>`, "keep the tag and its words on one line"],
  ])("%s", (body, expected) => {
    expect(problemsOf(body)).toContain(expected);
  });

  test("emphasis is words too", () => {
    expect(problemsOf(claim("*$5* **billion**"))).toBe("");
  });
});

describe("figures that are hidden are found", () => {
  test.each([
    ["It fell &#53;&#53; trillion.", 'a.mdx:14:9 unmarked-figure: "55 trillion"'],
    ["It is \\* and &amp; then 7 percent.", 'a.mdx:14:25 unmarked-figure: "7 percent"'],
    ["One line\n   and $12\nbillion.", 'a.mdx:15:8 unmarked-figure: "$12 billion"'],
    ["It fell $5 **billion**.", '"$5 billion"'],
    ["It fell five *trillion*.", '"five trillion"'],
    ["It fell ½.", "not in plain digits"],
    ['[x](/x "Up 5%")', '"5%"'],
    ['![x](/x.png "Up 5%")', '"5%"'],
    ['[x][y]\n\n[y]: /x "Up 5%"', '"5%"'],
    ["```\n5%\n```", 'a.mdx:15:1 unmarked-figure: "5%"'],
    ["[x](javascript:alert)", "bad-url"],
    ["[x](//example.com)", "bad-url"],
    ["![x](data:image/png)", "picture"],
    ["[x][y]\n\n[y]: vbscript:x", "bad-url"],
  ])("%s", (body, expected) => {
    expect(problemsOf(body)).toContain(expected);
  });

  test("addresses of the web, mail, the site and the page are fine", () => {
    expect(
      problemsOf(
        "[a](https://example.com) [b](mailto:a@example.com) [c](/about) [d](#one) https://example.com/x",
      ),
    ).toBe("");
  });
});

describe("broken files", () => {
  test("a byte order mark is no text", () => {
    const { article, problems } = readArticle(`\ufeff${articleWith("x")}`);
    expect(problems).toEqual([]);
    expect(article?.source.startsWith("---")).toBe(true);
  });

  test("frontmatter is checked even where the rest cannot be read", () => {
    const { problems } = readArticle(articleWith("<Claim").replace("byline: Desk", "byline: ''"));
    expect(problems.join("\n")).toContain("wrong-shape: byline");
    expect(problems.join("\n")).toContain("a.mdx:14:1 mdx:");
  });

  test.each([">", "- "])("what is nested without end is one problem: %s", (piece) => {
    const { problems } = readArticle(articleWith(`${piece.repeat(4_000)}x`));
    expect(problems).toHaveLength(1);
    expect(problems.join()).toContain("a.mdx:14:1 too-deep");
  });

  test("more than five hundred problems end in one", () => {
    const { problems } = readArticle(articleWith(`${"5% or ".repeat(1_000)}\n\n`.repeat(30)));
    expect(problems).toHaveLength(501);
    expect(problems.join("\n")).toContain("more-problems: …and 29500 more problems");
  }, 60_000);

  test("a missing headline and a missing dek are both told", () => {
    const { problems } = readArticle(`${frontmatter}\n\nText.\n`);
    expect(problems.map((problem) => problem.split("\n")[0])).toEqual([
      "a.mdx:1:1 structure: the article has no headline",
      "a.mdx:1:1 structure: the article has no dek",
    ]);
  });

  test("a second headline and a second dek are problems", () => {
    expect(problemsOf("# Again\n\n<Dek>Again</Dek>")).toMatch(
      /14:1 structure: the article has a second headline[^]*16:1 structure: the article has a second dek/,
    );
  });
});

test("two thousand claims, a hundred in a paragraph, are read in seconds", () => {
  const body = `${`${claim("$5 billion")} was sold. `.repeat(100)}\n\n`.repeat(20);
  const spent = startProcessorClock();
  const { article } = readArticle(articleWith(body));
  expect(article?.claims).toHaveLength(2000);
  expect(spent()).toBeLessThan(5000);
}, 60_000);
