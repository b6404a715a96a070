import { describe, expect, test } from "vitest";
import { articleWith, readArticle } from "./example-article.ts";

const read = (body: string) => readArticle(articleWith(body));
const problemsOf = (body: string) => read(body).problems.join("\n");
const exempt = (words: string, attributes = "") =>
  `It was <Exempt reason="in a few words"${attributes}>${words}</Exempt>.`;

describe("exempt words that read like data say why they are none", () => {
  test.each([
    "$428.6 billion",
    "46 percent",
    "five trillion dollars",
    "the third-largest holder",
    "the highest on record",
    "lowest since 2008",
    "sales of $5 billion in Japan",
    "most of the data",
    "net sales",
    "China sold, Japan sold, and foreigners fled",
  ])("%s", (words) => {
    expect(problemsOf(exempt(words))).toContain(`exempt-figure: "`);
    expect(problemsOf(exempt(words, ' because="other-data"'))).toBe("");
  });

  test.each(["example", "hypothetical", "name", "other-data", "definition", "summary", "idiom"])(
    "because of %s",
    (because) => {
      expect(problemsOf(exempt("$1 million", ` because="${because}"`))).toBe("");
    },
  );

  test("of a closed list", () => {
    const problems = problemsOf(exempt("$1 million", ' because="clear"'));
    expect(problems).toContain('because="clear" is not one of other-data, example, hypothetical');
  });

  test("and a reason in words too", () => {
    expect(problemsOf('It was <Exempt because="name">$1 million</Exempt>.')).toContain(
      'missing-attribute: <Exempt> has no reason="…"',
    );
  });
});

describe("other words need a reason only", () => {
  test.each(["Table 1", "a rise is weak evidence", "€5 billion"])("%s", (words) => {
    expect(problemsOf(exempt(words))).toBe("");
  });
});

test("the mark stays an exempt one, and the kind is kept with it", () => {
  const { article } = read(exempt("$5 billion", ' because="example"'));
  expect(article?.exempt).toMatchObject([{ because: "example", text: "$5 billion" }]);
  expect(read(exempt("$5 billion")).article?.exempt).toMatchObject([{ because: null }]);
});
