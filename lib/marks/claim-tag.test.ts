import fc from "fast-check";
import { expect, test } from "vitest";
import { readArticle, articleWith } from "#lib/articles/example-article";
import { claimTag } from "./claim-tag.ts";

test.each(["at(mfh.holdings.japan, 2025-12) < $5 billion", 'a "b" & c'])(
  "the gate reads %s as it was",
  (expression) => {
    const { article } = readArticle(articleWith(`It is ${claimTag("$5 billion", expression)}.`));
    expect(article?.claims.map((claim) => claim.expression)).toEqual([expression]);
  },
);

test("any expression of printable characters comes back", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme-ascii" }), (expression) => {
      const { article } = readArticle(articleWith(`It is ${claimTag("$5 billion", expression)}.`));
      expect(article?.claims.map((claim) => claim.expression)).toEqual([expression]);
    }),
    { numRuns: 50 },
  );
});
