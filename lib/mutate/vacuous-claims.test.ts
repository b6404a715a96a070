import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import { tryClaims } from "./vacuous-claims.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const holders = ["japan", "canada", "belgium", "ireland"];
const months = Array.from(
  { length: 12 },
  (_, index) => `2025-${String(index + 1).padStart(2, "0")}`,
);

/** Japan holds most, and each of the others a hundred less than the one before it; all fall by one a month. */
const reader = createMemoryReader({
  series: holders.map((holder) => exampleSeries(`mfh.holdings.${holder}`)),
  vintages: [
    {
      release: "mfh",
      date: day("2026-02-18"),
      figures: Object.fromEntries(
        holders.map((holder, place) => [
          `mfh.holdings.${holder}`,
          Object.fromEntries(months.map((month, at) => [month, String(1000 - 100 * place - at)])),
        ]),
      ),
    },
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { "mfh.holdings.canada": { "2025-12": "880" } },
    },
  ],
});

async function tryClaim(claim: string) {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: 2026-06-18\n---\n# T\n\n<Dek>D</Dek>\n\nHoldings: ${claim}.\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error(problems.map(formatProblem).join("\n"));
  const checked = await checkArticle(article, reader, null);
  expect(checked.claims.length, "the claim can be decided").toBe(1);
  const { trials, problems: found } = await tryClaims(checked, reader);
  return { trial: trials[0], found };
}

describe("claims that some change of the data makes false", () => {
  test.each([
    '<Claim of="at(mfh.holdings.japan, 2025-12)">$989 billion</Claim>',
    '<Claim of="mean(mfh.holdings.japan, 2025)">$994.5 billion</Claim>',
    '<Claim holds="change(mfh.holdings.japan, 2025-12) < 0">as the table has it</Claim>',
    '<Claim holds="rank(mfh.holdings.canada, 2025-12) = 2">in its place</Claim>',
    '<Claim holds="rank(mfh.holdings.japan, 2025-12) < rank(mfh.holdings.ireland, 2025-12)">ahead of Ireland</Claim>',
    '<Claim holds="lowest_since(mfh.holdings.japan, 2025-12) = none">as the table has it</Claim>',
    '<Claim holds="at(mfh.holdings.japan, 2025-12) = min(mfh.holdings.japan, 2025)">as the table has it</Claim>',
    // Changed in both vintages alike, they would still differ by as much.
    '<Claim holds="at(mfh.holdings.japan, 2025-12) = asOf(at(mfh.holdings.japan, 2025-12), 2026-02-18)">as printed</Claim>',
    '<Claim holds="at(mfh.holdings.japan, 2025-12) > $1">something</Claim>',
    '<Claim holds="share(mfh.holdings.canada, mfh.holdings.japan, 2025-12) < 100%">but a part</Claim>',
  ])("%s", async (claim) => {
    expect((await tryClaim(claim)).found).toEqual([]);
  });
});

describe("claims that no change of the data makes false", () => {
  test.each([
    '<Claim holds="rank(mfh.holdings.japan, 2025-12) >= 1">in some place</Claim>',
    '<Claim holds="at(mfh.holdings.japan, 2025-12) > 0 or at(mfh.holdings.japan, 2025-12) <= 0">whatever it is</Claim>',
    '<Claim holds="abs(change(mfh.holdings.japan, 2025-12)) >= 0">whatever it is</Claim>',
    '<Claim holds="max(mfh.holdings.japan, 2025) >= min(mfh.holdings.japan, 2025)">whatever it is</Claim>',
  ])("%s", async (claim) => {
    const { found } = await tryClaim(claim);
    expect(found.map(({ kind, at }) => [kind, at.line, at.column])).toEqual([["vacuous", 13, 11]]);
  });

  test("the problem names the words, how much they rest on, and the expression", async () => {
    const { found } = await tryClaim(
      '<Claim holds="rank(mfh.holdings.japan, 2025-12) >= 1">in some place</Claim>',
    );
    expect(found.map(formatProblem)).toEqual([
      'a.mdx:13:11 vacuous: "in some place" says nothing: no change of the 4 observations it reads makes it false; it is tied to rank(mfh.holdings.japan, 2025-12) >= 1\n    fix: tie it to an expression that the data could contradict',
    ]);
  });
});

test("an observation that cannot make a claim false alone is counted, and is no problem", async () => {
  const { trial, found } = await tryClaim(
    '<Claim holds="at(mfh.holdings.japan, 2025-12) > 0 or at(mfh.holdings.canada, 2025-12) > 0">either</Claim>',
  );
  expect(trial).toMatchObject({ read: 2, changed: 2, decisive: 0, isVacuous: false });
  expect(found).toEqual([]);
});

test("a figure with its digits is broken by each observation of its sum", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 11 }), async (last) => {
      const range = `2025-01..2025-${String(last + 1).padStart(2, "0")}`;
      const printed = await tryMean(range, last);
      expect(printed).toMatchObject({ read: last + 1, decisive: last + 1 });
    }),
    { numRuns: 12 },
  );
});

/** The mean of the first months is a thousand less half of those after the first. */
async function tryMean(range: string, last: number) {
  const claim = `<Claim of="mean(mfh.holdings.japan, ${range})">$${1000 - last / 2} billion</Claim>`;
  return (await tryClaim(claim)).trial;
}
