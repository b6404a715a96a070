import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "#lib/sources/formats";
import { loadCatalogue } from "#lib/sources/catalogue";
import { startProcessorClock } from "#lib/series/processor-time";
import { exampleBlock } from "./example-block.ts";
import { createExampleCheck } from "./example-check.ts";
import { findNounProblems, type NounBlock } from "./find-noun-problems.ts";
import { createNouns } from "./nouns.ts";

const catalogue = loadCatalogue();
if (!catalogue.ok) throw new Error("The catalogue is damaged");
const file = "content/nouns.yml";
const created = createNouns(readFileSync(file, "utf8"), file, catalogue.value.areas);
if (!created.ok) throw new Error("The nouns are damaged");
const nouns = created.value;
const series = new Map(
  formats.flatMap((format) => [...format.series(catalogue.value)]).map((each) => [each.key, each]),
);
const seriesOf = (key: string) => series.get(key);
const { faultsIn, problemsIn } = createExampleCheck(nouns, seriesOf);

describe("where words are looked for", () => {
  const figure = "«$5 billion | sum(slt1.equities.net.japan, 2025)»";

  test("an earlier sentence of the block names what its own does not", () => {
    expect(faultsIn(`Japan’s net purchases were of stocks. They came to ${figure}.`)).toEqual([]);
  });
  test("the nearest sentence that says anything counts", () => {
    const source = `Japan’s net purchases were of stocks. Then came bonds. The sum was ${figure}.`;
    expect(faultsIn(source)).toEqual(["class: bonds"]);
  });
  test("headings, headline and what the article is about name it too", () => {
    const context = { headings: ["What Japan bought"], headline: "A year", about: "U.S. equities" };
    expect(faultsIn(`It came to ${figure}.`, context)).toEqual([]);
  });
  test("words that are nowhere are missing", () => {
    expect(faultsIn(`It came to ${figure}.`).toSorted()).toEqual([
      "missing-noun area",
      "missing-noun class",
      "missing-noun measure",
    ]);
  });
  test("all foreigners go without saying", () => {
    expect(
      faultsIn("Net buying of stocks was «$5 billion | sum(slt1.equities.net.grand-total, 2025)»."),
    ).toEqual([]);
  });
  test("words tied to a claim must fit, whatever else does", () => {
    const source = `Of Japan’s net purchases in stocks, ${figure} of bonds came late.`;
    expect(faultsIn(source)).toEqual(["class: bonds"]);
  });
  test("each of two claims has the name beside it", () => {
    const [japan, china] = ["japan", "china-mainland"].map(
      (area) => `«$1 billion | at(mfh.holdings.${area}, 2025-12)»`,
    );
    const right = `Of Treasuries, Japan held ${japan} and China ${china}.`;
    expect(faultsIn(right)).toEqual([]);
    expect(faultsIn(right.replace("China", "Japan"))).toEqual(["area: Japan"]);
    expect(faultsIn(right.replace("Japan", "China"))).toEqual(["area: China"]);
    const swapped = `Of Treasuries, China held ${japan} and Japan ${china}.`;
    expect(faultsIn(swapped)).toEqual(["area: China", "area: Japan"]);
  });
  test("a name in a clause of its own that is no claim’s is a stray", () => {
    expect(faultsIn(`Japan’s net purchases of stocks, above Canada’s, were ${figure}.`)).toEqual([
      "area: Canada",
    ]);
  });
  test("a clause without claims may name others besides", () => {
    const source = `Japan overtook Canada in 2025, when its net purchases of stocks were ${figure}.`;
    expect(faultsIn(source)).toEqual([]);
    expect(faultsIn(source.replace("Japan overtook ", "It was like "))).toEqual(["area: Canada"]);
  });
  test("quoted and exempt words are not heard", () => {
    expect(faultsIn(`Japan’s net purchases of stocks, «above Canada’s», were ${figure}.`)).toEqual(
      [],
    );
  });
  test("each side of an “and” must be named", () => {
    const both =
      "«sold | sum(slt1.treasuries.net.japan, 2025) < 0 and sum(slt1.agencies.net.japan, 2025) < 0»";
    expect(faultsIn(`Japan ${both} Treasury bonds and agencies.`)).toEqual([]);
    expect(faultsIn(`Japan ${both} Treasury bonds and notes.`)).toEqual([
      "class: Treasury bonds and notes",
    ]);
  });
  test("the whole of a share need not be named, and alone does not do", () => {
    const share = "«3 percent | share(mfh.holdings.japan, mfh.holdings.grand-total, 2025-12)»";
    expect(faultsIn(`Japan held ${share} of Treasuries.`)).toEqual([]);
    expect(faultsIn(`Foreigners held ${share} of Treasuries.`)).toEqual(["area: Foreigners"]);
    expect(
      faultsIn(`Japan sold. Its holdings are ${share} of foreign holdings of Treasuries.`),
    ).toEqual([]);
  });
  test("a set names what it holds together, and none of it alone", () => {
    const six =
      "slt1.total.net.{belgium,luxembourg,united-kingdom,cayman-islands,ireland,switzerland}";
    const text = (key: string) =>
      `Custody centers bought «$1 billion | sum(${key}, 2025)» of long-term U.S. securities.`;
    expect(faultsIn(text(six))).toEqual([]);
    expect(faultsIn(text("slt1.total.net.belgium"))).toEqual(["missing-noun area"]);
  });
  test("a day on which figures were published is no period of theirs", () => {
    const source = `As of June 18, 2026, and in the June release, Japan’s net purchases of stocks for 2025 were ${figure}.`;
    expect(faultsIn(source)).toEqual([]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    "Japan",
    "stocks",
    "’s",
    "of",
    "2025",
    "March",
    "in",
    ", and ",
    ". ",
    "\u2014",
    "net",
    "holdings",
    "U.S.",
    "\ufffc",
    "x",
  );
  const claim = "«1 | at(mfh.holdings.japan, 2025-12)»";

  test("nothing throws", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string(), fc.constant(claim)), { maxLength: 40 }),
        (parts) => {
          const source = parts
            .map((part) => (part === claim ? part : part.replaceAll(/[«»]/gu, "")))
            .join(" ");
          expect(Array.isArray(problemsIn(source))).toBe(true);
        },
      ),
    );
  }, 60_000);

  test.each([
    ["one sentence", `Japan and stocks in 2025 ${claim} `],
    ["sentences that say nothing", `It was ${claim}. `],
    ["sentences that contradict", `China sold stocks in May ${claim}. `],
    ["bounds of time", `since 2020, and a year earlier, hedge funds, that is, China ${claim} `],
  ])("ten thousand claims in %s are done in seconds", { timeout: 60_000 }, (_, source) => {
    const one = exampleBlock(source, seriesOf);
    const shift = one.text.length;
    const text = one.text.repeat(10_000);
    const claims = Array.from({ length: 10_000 }, (_each, index) =>
      one.claims.map((each) => ({
        ...each,
        start: each.start + index * shift,
        end: each.end + index * shift,
      })),
    ).flat();
    expect(secondsFor(text, claims)).toBeLessThan(20);
  });

  test.each(["stocks, ", "stocks, that is, bonds ", "hedge funds ", "as a b c ", "May ", "(’08) "])(
    "two hundred thousand characters of “%s” beside a claim are done in seconds",
    { timeout: 60_000 },
    (words) => {
      const { text, claims } = exampleBlock(`${claim} ${words.repeat(20)}`, seriesOf);
      expect(secondsFor(text + words.repeat(200_000 / words.length), claims)).toBeLessThan(20);
    },
  );
});

function secondsFor(text: string, claims: NounBlock["claims"]): number {
  const spent = startProcessorClock();
  findNounProblems({ text, claims }, { headings: [], headline: "", about: "" }, nouns);
  return spent() / 1000;
}
