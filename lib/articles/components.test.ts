import { describe, expect, test } from "vitest";
import { articleWith, readArticle } from "./example-article.ts";

/** The problems of a paragraph, which begins on line 14. */
function problemsOf(body: string): string {
  return readArticle(articleWith(body)).problems.join("\n");
}

describe("what an editor misspells in a tag is told with its place and what to write", () => {
  test.each([
    [
      '<claim of="1">5</claim>',
      "a.mdx:14:1 unknown-component: <claim>",
      "write <Claim>; or use one",
    ],
    ['<Quote source="a">$5</Quote>', "<Quote> is not a component", "write <Quoted>"],
    ['<b>Bold</b> and <img src="x.png" />', "<b> is not", "write **words**"],
    ['See <img src="x.png" /> here.', "a.mdx:14:5 unknown-component", "draw figures as a chart"],
    ["<Zzz />", "<Zzz> is not", "use one of Claim, Quoted,"],
    [
      '<Claim off="1">5</Claim>',
      'a.mdx:14:8 unknown-attribute: <Claim> has no attribute "off"',
      'of="…"',
    ],
    ['<Claim OF="1">5</Claim>', "14:8 unknown-attribute", 'write of="…"; <Claim> takes of, holds,'],
    ['<Quoted src="a">$5</Quoted>', 'has no attribute "src"', "<Quoted> takes source"],
    ['<Note kind="x">Aside</Note>', 'has no attribute "kind"', "<Note> takes no attributes"],
    ["<Quoted>$5</Quoted>", 'a.mdx:14:1 missing-attribute: <Quoted> has no source="…"', "add it"],
    [
      '<Show from="2025-02">May</Show>',
      'missing-attribute: <Show> has no chart="…"',
      "three-holders",
    ],
    ["<Chart />", 'missing-attribute: <Chart> has no id="…"', 'such as id="three-holders"'],
    ['<Chart id="" />', 'a.mdx:14:8 empty-attribute: id="" of <Chart> is empty', 'such as id="'],
    ['<Claim of="1" asOf=" ">5</Claim>', 'a.mdx:14:15 empty-attribute: asOf=""', "or take it away"],
    ['<Claim of="1" of="2">5</Claim>', "a.mdx:14:15 attribute-twice", "keep one of them"],
    ["<Claim of>5</Claim>", "not-a-string: of of <Claim> has no value", "straight quotes"],
    ["<Claim of={1}>5</Claim>", "is JavaScript in braces", 'of="at(mfh'],
    ["<Claim {...x}>5</Claim>", "has an attribute in braces", "takes of, holds"],
    ['So <Chart id="a" /> it is.', "a.mdx:14:4 component-place: <Chart> stands within", "own"],
    ['<Chart id="a">Words</Chart>', "<Chart> stands within a sentence", "a blank line before"],
    ['<Chart id="a">\n  Words\n</Chart>', "<Chart> holds words, which nobody would see", "own"],
    [
      '<Exempt reason="Long enough" because="defnition">x</Exempt>',
      "is not one of other-data, example",
      'write because="definition", if that is so',
    ],
  ])("%s", (body, message, fix) => {
    const problems = problemsOf(body);
    expect(problems).toContain(message);
    expect(problems).toContain(fix);
  });

  test("a misspelt attribute that is needed is told once", () => {
    expect(readArticle(articleWith('<Quoted sorce="a">$5</Quoted>')).problems).toEqual([
      'a.mdx:14:9 unknown-attribute: <Quoted> has no attribute "sorce"\n    fix: write source="…"; <Quoted> takes source',
    ]);
  });

  test("a chart or a source that is not there is told with those that are like it", () => {
    const headlines = new Map([
      ["three-holders", { text: "Holders", at: { file: "h.yml", line: 1, column: 1 } }],
    ]);
    const { problems } = readArticle(articleWith('<Chart id="tree-holders" />'), headlines);
    expect(problems.join()).toContain("fix: write three-holders");
  });
});

describe("a picture is refused, with what to do instead", () => {
  test.each(["![A harbor](harbor.png)", "![A harbor][one]\n\n[one]: /harbor.png"])("%s", (body) => {
    expect(readArticle(articleWith(body)).problems).toEqual([
      expect.stringMatching(
        /^a\.mdx:14:1 picture: an article shows no pictures[^]*fix: draw figures as a chart/u,
      ),
    ]);
  });
});
