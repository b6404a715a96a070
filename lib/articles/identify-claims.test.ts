import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { parseArticle } from "./article.ts";
import { articleWith } from "./example-article.ts";
import { identifyClaims } from "./identify-claims.ts";

const { article } = parseArticle(
  articleWith('<Claim of="a">$5 billion</Claim>'),
  { slug: "a", file: "a.mdx" },
  new Map(),
);
const [mark] = article?.claims ?? [];
if (!mark) throw new Error("no claim");
const idsOf = (givenIds: readonly (string | null)[]) =>
  identifyClaims(givenIds.map((givenId) => ({ ...mark, givenId }))).claims.map(({ id }) => id);

test("the same question asked again has the next number that nobody gave", () => {
  expect(idsOf([null, null, null])).toEqual([mark.id, `${mark.id}-2`, `${mark.id}-3`]);
  expect(idsOf([null, null, `${mark.id}-2`])).toEqual([mark.id, `${mark.id}-3`, `${mark.id}-2`]);
  expect(idsOf([mark.id, null])).toEqual([mark.id, `${mark.id}-2`]);
});

test("ten thousand of one question, and ten thousand given ids, are numbered at once", () => {
  const spent = startProcessorClock();
  expect(new Set(idsOf(Array.from({ length: 10_000 }, () => null))).size).toBe(10_000);
  const given = Array.from({ length: 10_000 }, (_, at) => `${mark.id}-${at}`);
  expect(new Set(idsOf([...given, ...given.map(() => null)])).size).toBe(20_000);
  expect(spent()).toBeLessThan(2000);
}, 30_000);
