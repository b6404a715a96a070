import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { parseArticle } from "./article.ts";
import { articleWith, frontmatter, readArticle } from "./example-article.ts";

const claim = (words: string) => `<Claim of="at(a, 2025)">${words}</Claim>`;

describe("a part that cannot be read does not hide the others", () => {
  test.each([
    ["an unclosed tag", '<Claim of="1">x', "a.mdx:16:1 mdx: the tag <Claim> is not closed"],
    ["a tag cut off", "<Claim", "a.mdx:16:1 mdx:"],
    ["a closing tag alone", "x</Claim>", "a.mdx:16:3 mdx:"],
    ["a brace", "in { braces", "a.mdx:16:"],
    ["an unclosed note", "<Note>\n\nIn a note.", "a.mdx:16:1 mdx:"],
    ["lists without end", `${"- ".repeat(200)}x`, "a.mdx:16:1 too-deep"],
    ["tags without end", "<Note>".repeat(1500), "a.mdx:16:1 too-deep"],
    ["code without end", `{${"(".repeat(9_000)}`, "a.mdx:16:1 too-deep"],
    ["emphasis without end", "*a ".repeat(3000), "a.mdx:16:1 too-long"],
    ["a very long paragraph", "word ".repeat(5000), "a.mdx:16:1 too-long"],
  ])("%s", (_, part, expected) => {
    const { article, problems } = readArticle(
      articleWith(`At 5%.\n\n${part}\n\nWith ${claim("$6")} or 7%.`),
    );
    const last = 18 + part.split("\n").length - 1;
    const found = problems.join("\n");
    expect(found).toContain(expected);
    expect(found).toContain('a.mdx:14:4 unmarked-figure: "5%"');
    expect(found).toContain(`a.mdx:${last}:44 unmarked-figure: "7%"`);
    expect(problems).toHaveLength(3);
    expect(article?.complete).toBe(false);
    expect(article?.claims.map(({ text, at }) => [text, at.line])).toEqual([["$6", last]]);
  });

  test("a note over several paragraphs stays whole", () => {
    const { problems } = readArticle(articleWith("<Note>\n\nOne.\n\nAt 5%.\n\n</Note>\n\n<Claim"));
    expect(problems.map((problem) => problem.split(" ").slice(0, 2).join(" "))).toEqual([
      "a.mdx:22:1 mdx:",
      "a.mdx:18:4 unmarked-figure:",
    ]);
  });

  test("code with blank lines and tags in it stays whole", () => {
    const { problems } = readArticle(articleWith("```\n\n<Claim\n\n```\n\n<Claim"));
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["a.mdx:20:1"]);
  });

  test.each([
    ["no frontmatter", "At 5%.\n\n<Claim", 1],
    ["frontmatter without an end", `${frontmatter.slice(0, -4)}\n\nAt 5%.\n\n<Claim`, 9],
    ["broken frontmatter", `---\nbyline: [\n---\nAt 5%.\n\n<Claim`, 4],
    ["frontmatter of a megabyte", `---\nid: ${"[".repeat(1e6)}\n---\nAt 5%.\n\n<Claim`, 4],
    ["deep frontmatter", `---\nid: ${"[".repeat(600)}${"]".repeat(600)}\n---\nAt 5%.\n\n<Claim`, 4],
    ["deep lists in frontmatter", `---\nid: ${"- ".repeat(12_000)}\n---\nAt 5%.\n\n<Claim`, 4],
    ["frontmatter nested without end", `---\nid: ${"[".repeat(4e4)}\n---\nAt 5%.\n\n<Claim`, 4],
  ])("%s", (_, source, line) => {
    const problems = readArticle(source).problems.join("\n");
    expect(problems).toContain(`a.mdx:${line}:4 unmarked-figure: "5%"`);
    expect(problems).toContain(`a.mdx:${line + 2}:1 mdx:`);
    expect(problems).toMatch(/^a\.mdx:[123]:\d+ (frontmatter|bad-yaml|wrong-shape):/);
  });
});

describe("what is too long is read up to a place that is told", () => {
  test.each([
    [
      "a megabyte in one paragraph",
      "word ".repeat(200_000),
      "a.mdx:16:1 too-long: the paragraph has",
    ],
    [
      "a megabyte of paragraphs",
      "Some words.\n\n".repeat(80_000),
      ":1 too-long: the text was read up to here",
    ],
    [
      "long paragraphs",
      `${"word ".repeat(1999)}\n\n`.repeat(100),
      "a.mdx:58:1 too-long: the text was read up to here",
    ],
    [
      "ten thousand claims",
      `${claim("$5")} and cash.\n\n`.repeat(10_000),
      ":1 too-long: the text was read up to here",
    ],
    ["ten thousand claims in a paragraph", claim("$5").repeat(10_000), "a.mdx:16:1 too-long"],
    [
      "hundreds of broken parts",
      "<Claim\n\n".repeat(3000),
      ":1 too-long: the text was read up to here",
    ],
  ])(
    "%s",
    (_, body, expected) => {
      const spent = startProcessorClock();
      const problems = readArticle(articleWith(`At 5%.\n\n${body}`)).problems.join("\n");
      expect(problems).toContain('a.mdx:14:4 unmarked-figure: "5%"');
      expect(problems).toContain(expected);
      expect(spent()).toBeLessThan(10_000);
    },
    60_000,
  );
});

test("tags that stand too deep in one another are told once, and hide nothing of the text", () => {
  const depth = 300;
  const body = `${"<Note>\n\n".repeat(depth)}It sold $5 billion.\n\n${"</Note>\n\n".repeat(depth)}`;
  const { problems } = readArticle(articleWith(body));
  expect(problems).toHaveLength(3);
  expect(problems.join()).toMatch(/a\.mdx:14:1 too-deep.*"sold".*"\$5 billion"/s);
});

test("brackets of plain text and of an expression are not nested tags", () => {
  const deep = `${"(".repeat(1000)}1${")".repeat(1000)}`;
  const { article, problems } = readArticle(
    articleWith(`${"[(".repeat(300)} <Claim of="${deep}">$1</Claim>`),
  );
  expect(problems).toEqual([]);
  expect(article?.claims).toHaveLength(1);
});

describe("no input throws, takes long, or has problems outside the file", () => {
  const article = readFileSync("content/articles/did-the-world-sell-america/index.mdx", "utf8");
  const stray = fc.constantFrom(
    "<",
    ">",
    "{",
    "}",
    "`",
    "```\n",
    "</Claim>",
    '<Claim of="1">',
    "<Note>\n",
    "\n\n",
    "---\n",
    "$",
    "\u0000",
    "&#x110000;",
    "\ud800",
    "\u202e",
    "٣٤",
    "сто",
    "1".repeat(40),
    "((((",
    '"',
    "|",
    "*",
    "_",
    "[",
    "](",
    "#",
    "\r\n",
    "- ",
    "> ",
    "\t",
  );
  const place = fc.nat({ max: article.length });
  const change = fc.oneof(
    fc.record({ kind: fc.constant("insert" as const), at: place, text: stray }),
    fc.record({ kind: fc.constant("cut" as const), at: place, length: fc.nat({ max: 200 }) }),
    fc.record({
      kind: fc.constant("copy" as const),
      at: place,
      from: place,
      length: fc.nat({ max: 400 }),
    }),
    fc.record({ kind: fc.constant("swap" as const), at: place, length: fc.nat({ max: 200 }) }),
  );
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

  function apply(text: string, one: Change): string {
    const [left, right] = [text.slice(0, one.at), text.slice(one.at)];
    switch (one.kind) {
      case "insert":
        return left + one.text + right;
      case "cut":
        return left + right.slice(one.length);
      case "copy":
        return left + text.slice(one.from, one.from + one.length) + right;
      case "swap":
        return (
          left +
          right.slice(one.length, 2 * one.length) +
          right.slice(0, one.length) +
          right.slice(2 * one.length)
        );
    }
  }

  function check(source: string): void {
    const spent = startProcessorClock();
    const { problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
    expect(spent()).toBeLessThan(5000);
    expect(problems.length).toBeLessThanOrEqual(501);
    const lines = source.split("\n");
    for (const { at, message } of problems) {
      const length = lines[at.line - 1]?.length;
      expect(length, `${at.line} of ${lines.length}: ${message}`).toBeDefined();
      expect(at.column, message).toBeGreaterThan(0);
      expect(at.column, message).toBeLessThanOrEqual((length ?? 0) + 1);
    }
  }

  test("the article with pieces cut, doubled, swapped and put in", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        check(changes.reduce(apply, article));
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  test("any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(stray, fc.string({ unit: "grapheme" })), { maxLength: 60 }),
        (parts) => {
          check(parts.join(""));
          check(articleWith(parts.join("")));
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);
});
