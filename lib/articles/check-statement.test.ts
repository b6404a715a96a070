import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { loadNouns } from "#lib/site/load-nouns";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";

const asOf = "2026-02-18";
if (!isVintageDate(asOf)) throw new TypeError(asOf);
const key = "slt1.total.net.grand-total";
const reader = createMemoryReader({
  series: [exampleSeries(key, { securities: "total" })],
  vintages: [
    { release: "slt1", date: asOf, figures: { [key]: { "2025-11": "5", "2025-12": "9" } } },
  ],
});
const loaded = await loadNouns();
if (!loaded.ok) throw new Error("The nouns are damaged");
const { value: nouns } = loaded;

async function problemsOf(body: string, fields = ""): Promise<string[]> {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\nabout: { class: long-term securities, measure: net purchases }\n${fields}---\n# T\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, nouns);
  return [...problems, ...checked.problems].map(({ kind, message }) => `${kind}: ${message}`);
}

const holds = (words: string) => `<Claim holds="at(${key}, 2025-12) > 0">${words}</Claim>`;

describe("a statement is about what its expression rests on", () => {
  test.each([
    `With net purchases, foreigners ${holds("came back")}.`,
    `In December 2025 foreigners ${holds("came back")}.`,
    `Net purchases tell it. Foreigners ${holds("came back")}.`,
    `## Net purchases\n\nForeigners ${holds("came back")}.`,
    `## The tide ${holds("turned")} for net purchases`,
  ])("%s", async (body) => {
    expect(await problemsOf(body)).toEqual([]);
  });

  test.each([
    `The president ${holds("was right")}.`,
    `Tariffs ${holds("changed the mood")}, and the dollar did its part.`,
    `Net purchases tell it. Much happened. The president ${holds("was right")}.`,
  ])("%s", async (body) => {
    expect((await problemsOf(body)).join()).toMatch(/unnamed-statement: "[^"]+" is ticked/);
  });
});

describe("other data are none that our series hold", () => {
  const exempt = (words: string) =>
    `<Exempt reason="in a few words" because="other-data">${words}</Exempt>`;

  test.each([
    `Foreigners’ net purchases of U.S. stocks came to ${exempt("$720 billion")}.`,
    exempt("Japan’s holdings of Treasuries were $1.2 trillion."),
  ])("refused: %s", async (body) => {
    expect((await problemsOf(body)).join()).toContain("as other data, and its sentence names");
  });

  test.each([
    `Japan’s output came to ${exempt("$4 trillion")}.`,
    `The Federal Reserve’s holdings of Treasuries were ${exempt("$4.2 trillion")}.`,
    `Net purchases of U.S. stocks by foreigners rose. Apple’s share price was ${exempt("$200")}.`,
  ])("accepted: %s", async (body) => {
    expect((await problemsOf(body)).join()).not.toContain("as other data");
  });
});

describe("an exemption is of the kind it names", () => {
  const exempt = (words: string, because: string) =>
    `<Exempt reason="in a few words" because="${because}">${words}</Exempt>.`;
  const ours = "Foreigners sold $742.5 billion of U.S. stocks in 2025";

  test.each([
    ...["name", "definition", "summary", "idiom"].map((because) => exempt(ours, because)),
    exempt("China was the largest holder, with $3 trillion", "hypothetical"),
    exempt("Japan is the largest seller, with $900 billion gone", "example"),
    `Japan’s holdings of Treasuries were ${exempt("the largest on record, $3 trillion", "hypothetical")}`,
    `Analysts say the largest was ${exempt("$3 trillion", "example")}`,
    `Analysts say Japan held ${exempt("$3 trillion", "example")}`,
    `If so, Japan’s holdings of Treasuries were ${exempt("$3 trillion", "hypothetical")}`,
    `Say that Japan held ${exempt("$3 trillion of Treasuries", "example")}`,
    `Prices were ${exempt("the highest on record", "hypothetical")}`,
    `The rest would follow, but prices were ${exempt("the highest on record", "hypothetical")}`,
    exempt("All that sold in 2025", "definition"),
    exempt("China sold and foreigners fled", "idiom"),
    `Net purchases ${holds("came back")}. ${exempt("Brazil sold", "summary")}`,
  ])("refused: %s", async (body) => {
    expect((await problemsOf(body)).join()).toMatch(/exempt-figure|wrong-noun/);
  });

  test.each([
    `If it grew, it ${exempt("would be the largest, with $3 trillion", "hypothetical")}`,
    `Were it to grow, it would come to ${exempt("$3 trillion", "hypothetical")}`,
    `Suppose a fund had ${exempt("$10", "hypothetical")}`,
    `Say that a fund ${exempt("sold $10", "example")}`,
    `A fund with, say, ${exempt("$10", "example")}`,
    exempt("Net purchases are what was bought less what was sold", "definition"),
    exempt("the best of both worlds", "idiom"),
  ])("accepted: %s", async (body) => {
    expect((await problemsOf(body)).join()).not.toContain("exempt-figure");
  });
});

describe("a quoted figure is said of what its source lists it as", () => {
  const fields =
    'sources: [{ id: wire, publisher: P, title: T, date: 2026-02-18, url: null, figures: ["$5 billion of corporate bonds", "$7 billion"] }]\n';
  const quoted = (figure: string) => `<Quoted source="wire">${figure}</Quoted>`;

  test.each([
    `They bought ${quoted("$5 billion")} of corporate bonds and ${quoted("$7 billion")} of agencies.`,
    `Corporate bonds drew ${quoted("$5 billion")}.`,
  ])("accepted: %s", async (body) => {
    expect((await problemsOf(body, fields)).join()).not.toMatch(/wrong-noun|unknown-quotation/);
  });

  test.each([
    `They bought ${quoted("$5 billion")} of agencies and some corporate bonds.`,
    `Stocks drew ${quoted("$5 billion")}.`,
  ])("refused: %s", async (body) => {
    expect((await problemsOf(body, fields)).join()).toContain(
      'wrong-noun: "$5 billion" is listed by "wire" as a figure of corporate bonds',
    );
  });
});

describe("a statement says no cause, no motive and no opinion", () => {
  test.each([
    "came back because of the dollar",
    "proves the theory",
    "was driven by fear",
    "thanks to tariffs",
    "should worry Washington",
    "panicked",
  ])("%s", async (words) => {
    expect((await problemsOf(`Net purchases: it ${holds(words)}.`)).join()).toContain(
      "unheld-words",
    );
  });

  test.each(["came back", "rebuilds", "turned the corner", "stayed in line with the year before"])(
    "what is none: %s",
    async (words) => {
      expect((await problemsOf(`Net purchases: it ${holds(words)}.`)).join()).not.toContain(
        "unheld-words",
      );
    },
  );
});
