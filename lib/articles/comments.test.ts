import { toString } from "mdast-util-to-string";
import { expect, test } from "vitest";
import { withoutComments } from "./comments.ts";
import { articleWith, readArticle } from "./example-article.ts";

function parse(text: string) {
  return readArticle(articleWith(text));
}

test.each([
  ["on a line of its own", "{/* Japan fell by $17 billion. */}"],
  ["over several lines", '{/*\n  <Claim of="x">$5</Claim>\n  {and} `more`\n*/}'],
  ["with blank lines", "{/*\n\nJapan fell.\n\n*/}"],
  ["two on a line", "{/* one */} {/* two */}"],
])("a comment is no part of the article: %s", (_, comment) => {
  const { article, problems } = parse(`Words.\n\n${comment}\n\nMore words.`);
  expect(problems).toEqual([]);
  expect(article?.tree.children.map(({ type }) => type)).not.toContain("mdxFlowExpression");
  expect(toString(article?.tree)).toBe("A headlineA dek.Words.More words.");
});

test("a comment with blank lines in it stays whole where another part cannot be read", () => {
  const notes = [
    "{/*\n  One.\n\n  Two: <Claim\n*/}",
    "{ /* One.\n\n{ */ }",
    "{/* Of one line. */}",
  ];
  const { article, problems } = parse(`${notes.join("\n\n")}\n\n<Claim\n\nAt 5%.`);
  expect(problems.map((problem) => problem.split(":").slice(0, 3).join(":"))).toEqual([
    "a.mdx:26:1 mdx",
    "a.mdx:28:4 unmarked-figure",
  ]);
  expect(article?.complete).toBe(false);
});

test.each(["{/* One.\n\nTwo.", "{/* One.\n\nTwo. */} and more"])(
  "a comment that does not end with its line hides nothing behind it: %j",
  (comment) => {
    const { problems } = parse(`${comment}\n\nAt 5%.`);
    expect(problems.join("\n")).toContain('unmarked-figure: "5%"');
  },
);

test("a comment does not keep a figure apart from what it belongs to", () => {
  const { problems } = parse("Japan held 1{/* hidden */}00 billion.");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('unmarked-figure: "100 billion"');
});

test.each(["{/* a */ alert(1) /* b */}", "{alert(1)}", "{// a\n}"])(
  "what is more than one comment is JavaScript: %s",
  (text) => {
    const { problems } = parse(`Words ${text} here.`);
    expect(problems.join("\n")).toMatch(/ (?:esm|mdx): /);
  },
);

test("a text can be read without its comments", () => {
  expect(withoutComments('a {/* <Chart id="x" /> */}b {/* c\n */} d {e}')).toBe("a b  d {e}");
  expect(withoutComments("a {/* b {/* c */ d */} e {/* f */} g {/* h")).toBe(
    "a {/* b {/* c */ d */} e  g {/* h",
  );
});
