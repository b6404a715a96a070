import { describe, expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { articleWith, readArticle } from "./example-article.ts";
import { findUnmarked } from "./unmarked.ts";

const problemsOf = (body: string) => readArticle(articleWith(body)).problems.join("\n");
const claim = (words: string) => `<Claim of="at(a, 2025)">${words}</Claim>`;

describe("a word or figure that touches a claim belongs into it", () => {
  test.each([
    [`Of it ${claim("$5 billion")} fell.`, "$5 billion fell"],
    [`It had net sales of ${claim("$5 billion")}.`, "sales of $5 billion"],
    [`It fell by ${claim("$5 billion")}.`, "fell by $5 billion"],
    [`It fell *by* ${claim("$5 billion")}.`, "fell by $5 billion"],
  ])("%s", (body, whole) => {
    expect(problemsOf(body)).toContain(
      `fix: take it into the claim: <Claim of="…">${whole}</Claim>`,
    );
  });

  test.each([
    `It fell. Then ${claim("$5 billion")} came.`,
    `It fell, and ${claim("$5 billion")} came.`,
  ])("not so: %s", (body) => {
    expect(problemsOf(body)).toContain('fix: tie it to the data with <Claim of="…">fell</Claim>');
  });
});

describe("counts of the article’s own things are no figures of the data", () => {
  test.each([
    "The three classes differ.",
    "The first five countries are in Asia.",
    "Four charts show it, in two parts.",
    "Of the two vintages one is older.",
  ])("%s", (text) => {
    expect(findUnmarked(text)).toEqual([]);
  });

  test.each([
    ["Two of the three sold.", ["Two of the three", "sold"]],
    ["It fell in ten of twelve months.", ["fell", "ten of twelve months"]],
    ["The five largest hold more.", ["five largest"]],
    ["12 countries hold it.", ["12"]],
  ])("what counts data is: %s", (text, expected) => {
    expect(findUnmarked(text).map((found) => found.text)).toEqual(expected);
  });

  test("a bare number in digits may be written as a word where it counts no data", () => {
    expect(problemsOf("It has 12 tables.")).toContain(
      "or, where it counts no data, write it as a word",
    );
    expect(problemsOf("It has $12 in it.")).not.toContain("write it as a word");
  });
});

test("a megabyte of figures and words takes seconds", () => {
  const spent = startProcessorClock();
  expect(findUnmarked("fell by $5 billion and ".repeat(45_000))).toHaveLength(90_000);
  expect(spent()).toBeLessThan(10_000);
}, 60_000);
