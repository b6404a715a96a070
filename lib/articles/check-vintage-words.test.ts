import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const other = "mfh.holdings.china";
const reader = createMemoryReader({
  series: [exampleSeries(key), exampleSeries(other)],
  vintages: [
    {
      release: "mfh",
      date: day("2026-02-18"),
      figures: {
        [key]: { "2025-11": "200", "2025-12": "190" },
        [other]: { "2025-11": "80", "2025-12": "70" },
      },
    },
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { [key]: { "2025-12": "185", "2026-04": "160" } },
    },
  ],
});

async function problemsOf(body: string): Promise<string[]> {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: 2026-06-18\nsources:\n  - { id: wire, publisher: P, title: T, date: 2026-02-18, url: null, figures: ["$150 billion"] }\n---\n# T\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, null);
  return [...problems, ...checked.problems].map(({ kind, message }) => `${kind}: ${message}`);
}

const first = `<Claim of="at(${key}, 2025-12)" asOf="2026-02-18">$190 billion</Claim>`;
const newest = `<Claim of="at(${key}, 2025-12)">$185 billion</Claim>`;
const fresh = `<Claim of="at(${key}, 2026-04)">$160 billion</Claim>`;
const unrevised = `<Claim of="at(${other}, 2025-12)">$70 billion</Claim>`;
const printed = `<Claim of="at(first_printed(${key}), 2025-12)">$190 billion</Claim>`;
const table = (heads: string, cells: string) => `| |${heads}|\n|---|---|---|\n|Japan|${cells}|\n`;

describe("words that fit the vintage that is read", () => {
  test.each([
    `It was first printed as ${first} and is now ${newest}.`,
    `It was ${first} when first printed, and ${newest} in the newest vintage.`,
    `It was revised from ${first} to ${newest}.`,
    `In the first print, it was ${first}; in the latest, ${newest}.`,
    `It is ${newest}, revised from ${first}.`,
    `Though first printed at more, it is now ${newest}.`,
    `In the latest month of February’s table, it was ${first}.`,
    `April was first printed as ${fresh}.`,
    `China’s was first printed as ${unrevised}, and never revised.`,
    `It was <Claim of="asOf(at(${key}, 2025-12), 2026-02-18)">$190 billion</Claim> when first reported.`,
    `It was <Claim of="at(${key}, 2025-12) - asOf(at(${key}, 2025-12), 2026-02-18)">less than</Claim> first printed.`,
    `It is <Claim of="at(${key}, 2025-12) - $150 billion" source="wire">more than</Claim> first reported.`,
    `The United States runs a current-account deficit, and it held ${newest}.`,
    `It was first printed as ${printed}, and is now ${newest}.`,
    `The first print for December was ${printed}.`,
    `Much was made of the first prints. That of December was ${printed}.`,
    `Between the first print and the newest lie <Claim of="at(first_printed(${key}), 2025-12) - at(${key}, 2025-12)">$5 billion</Claim>.`,
    `After revisions, it was ${newest}.`,
    `As it now stands, it was ${newest}.`,
    table("First printed|Now", `${first}|${newest}`),
  ])("%s", async (body) => {
    expect(await problemsOf(body)).toEqual([]);
  });
});

describe("words of another vintage", () => {
  test.each([
    [`The newest figure is ${first}.`, '"newest" stands by "$190 billion"'],
    [`The latest table has ${first}.`, '"latest"'],
    [`It was revised to ${first}.`, '"revised"'],
    [`It was ${first} after the latest revision.`, '"latest"'],
    [`It is now ${first}.`, '"now"'],
    [`It was ${first} after revision.`, '"after revision"'],
    [`As it now stands, it was ${first}.`, '"As it now stands"'],
    [`Today it is put at ${first}.`, '"Today"'],
    [`The final figure was ${first}.`, '"final figure"'],
    [
      `The first print was not the newest, which is ${printed}.`,
      '"newest" stands by "$190 billion"',
    ],
    [`It held ${printed}.`, '"$190 billion" is of first prints, and no word near it says so'],
    [`For the first time it held ${printed}.`, '"$190 billion" is of first prints'],
    [`It was first printed as ${newest}.`, '"first printed" stands by "$185 billion"'],
    [`It was ${newest} when first reported.`, '"first reported"'],
    [`The first reports had ${newest}.`, '"first reports"'],
    [`It was initially put at ${newest}.`, '"initially"'],
    [
      `It was ${newest} when first printed, and ${first} in the newest vintage.`,
      '"newest" stands by "$190 billion"',
    ],
    [
      `It is <Claim of="asOf(at(${key}, 2025-12), 2026-02-18)">$190 billion</Claim> in the newest data.`,
      '"newest"',
    ],
    [table("Newest|First printed", `${first}|${newest}`), '"Newest" stands by "$190 billion"'],
    [table("Newest|First printed", `${first}|${newest}`), '"First printed" stands by "$185'],
  ])("%s", async (body, expected) => {
    expect((await problemsOf(body)).join("\n")).toContain(`wrong-vintage: ${expected}`);
  });
});

describe("an older figure that the newest does not bear out needs words of its vintage", () => {
  const silent = "no word near it says that it is an older figure";

  test.each([
    `It held ${first}.`,
    `In December 2025 it held ${first}.`,
    `In March it held ${first}.`,
    `In February 2025 it held ${first}.`,
    `It was first printed. Much was written about it. It held ${first}.`,
    `It held <Claim of="asOf(at(${key}, 2025-12), 2026-02-18)">$190 billion</Claim>.`,
    `It held <Claim of="abs(asOf(at(${key}, 2025-12), 2026-02-18))">$190 billion</Claim>.`,
  ])("refused: %s", async (body) => {
    expect((await problemsOf(body)).join("\n")).toContain(silent);
  });

  test.each([
    `February’s release had ${first}.`,
    `The table of February 18, 2026, had ${first}.`,
    `It was then put at ${first}.`,
    `Originally it was ${first}.`,
    `The first table came in February. It had ${first}.`,
    `${first} was the initial estimate.`,
    table("First printed|Now", `${first}|${newest}`),
    `It held <Claim of="at(${key}, 2025-12)" asOf="2026-02-18">less than $200 billion</Claim>.`,
    `China’s was <Claim of="at(${other}, 2025-12)" asOf="2026-02-18">$70 billion</Claim>.`,
  ])("accepted: %s", async (body) => {
    expect((await problemsOf(body)).join("\n")).not.toContain(silent);
  });
});
