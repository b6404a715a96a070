import { expect, test } from "vitest";
import { articleWith, readArticle } from "./example-article.ts";

test.each([
  ["a <Claim of=“sum(x)”>b</Claim>", "14:13", "stands in curly quotes, “", 'as in of="…"'],
  ["a <Claim of=‘sum(x)’>b</Claim>", "14:13", "stands in curly quotes, ‘", "straight quotes"],
  ['a <Claim of="sum(x)”>b</Claim>', "14:20", 'of="…" begins with a straight quote', 'of="…"'],
  [
    'a <Claim of="x”>b</Claim> and\n<Claim of="y">c</Claim>',
    "14:15",
    "ends with a curly one, ”",
    "straight quotes",
  ],
  ["a <Claim of=sum(x)>b</Claim>", "14:13", "stands without quotes", "straight quotes"],
  ['a <Claim of="x>b</Claim>', "", "an attribute does not end", 'end it with "'],
  ['a <Claim "x">b</Claim>', "14:10", "a quote stands within a tag", "<Name attribute="],
  ['a <Claim of="x">b', "14:3", "the tag <Claim> is not closed", "close it with </Claim>"],
  ['<Chart id="x" ', "14:1", "the tag <Chart is not closed", '<Chart id="…" />'],
  ["a <Claim", "14:3", "the tag <Claim is not closed", "</Claim>"],
  ['<Chart id="x">', "14:1", "the tag <Chart> is not closed", '<Chart id="…" />'],
  ["a </Claim> b", "14:4", "a tag is closed here that was not opened", "take it away"],
  ['<Quoted source="a">b</quoted>', "14:21", "</quoted> stands where <Quoted>", "</Quoted>"],
  ["a <5 b", "14:4", 'a "<" begins a tag', "less than"],
  ["a {b", "14:5", 'a "{" is not closed', "\\{"],
  ["a <!-- note -->", "14:4", "an HTML comment", "{/* … */}"],
])("the parser's reason is told in plain words: %s", (body, place, message, fix) => {
  const [problem, ...others] = readArticle(articleWith(body)).problems;
  expect(others).toEqual([]);
  expect(problem).toContain(`a.mdx:${place}`);
  expect(problem).toContain(message);
  expect(problem).toContain(fix);
  expect(problem).not.toContain("Unexpected");
});
