import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { checkArticle } from "./check-article.ts";
import { frontmatter, readArticle } from "./example-article.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const figures = (value: string) => ({ [key]: { "2024-12": "100", "2025-12": value } });
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [
    { release: "mfh", date: day("2025-06-18"), figures: { [key]: { "2024-12": "100" } } },
    { release: "mfh", date: day("2026-02-18"), figures: figures("190") },
    { release: "mfh", date: day("2026-06-18"), figures: figures("185") },
    { release: "mfh", date: day("2026-07-16"), figures: figures("170") },
  ],
});

/** The vintage at which each claim of a sentence is read, and the problems; the article is as of July 16. */
async function read(body: string) {
  const source = `${frontmatter.replace("asOf: 2026-06-18", "asOf: 2026-07-16")}\n# T\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article } = readArticle(source);
  if (!article) throw new Error("not read");
  const { claims, problems } = await checkArticle(article, reader, null);
  return {
    days: claims.map(({ asOf, isPinned }) => (isPinned ? asOf : null)),
    problems: problems.map(({ message }) => message),
  };
}

const claim = (value: string, attributes = "") =>
  `<Claim of="at(${key}, 2025-12)"${attributes}>$${value} billion</Claim>`;
const june = claim("185");
const july = claim("170");

describe("a sentence that names its vintage is read at it", () => {
  test.each([
    `As the data stood on June 18, it held ${june}.`,
    `As of the June 18 release, it held ${june}.`,
    `As of June 18, 2026, it held ${june}.`,
    `As of 18 June it held ${june}.`,
    `As of 2026-06-18, it held ${june}.`,
    `In the June 18 release, it held ${june}.`,
    `According to the table of June 18, it held ${june}.`,
    `As published on June 18, it was ${june}.`,
    `As of the June 18 release, it had held, since 2020, ${june}.`,
    `It held ${june} as of the release of June 18.`,
  ])("%s", async (body) => {
    expect(await read(body)).toEqual({ days: ["2026-06-18"], problems: [] });
  });

  test("the words at its head hold for all of its figures, and a digit is still a digit", async () => {
    const said = `As of the June 18 release, it held ${june}, and was put at ${june}.`;
    expect((await read(said)).days).toEqual(["2026-06-18", "2026-06-18"]);
    expect((await read(said.replace("$185", "$186"))).problems).toEqual([
      expect.stringContaining("$185 billion as of 2026-06-18"),
    ]);
  });
});

describe("a sentence that names none is read at the article’s", () => {
  test.each([
    ["a day of no vintage is one of the figures", `As of December 31, 2025, it held ${july}.`],
    ["a day alone is none", `On June 18 we looked again, and it holds ${july}.`],
    ["another figure’s words are its own", `It holds ${july}, against $1 as of June 18.`],
    ["what came since is said", `Though $1 as of the June 18 release, it holds ${july} now.`],
    ["the newest is said", `Though $1 as of June 18, the latest release has ${july}.`],
    ["a year that has none", `As of June 18, 2024, it held ${july}.`],
  ])("%s", async (_, body) => {
    expect((await read(body)).days).toEqual([null]);
  });

  test("what an expression reads at that day is a part of it", async () => {
    const change = `<Claim of="at(${key}, 2025-12) - asOf(at(${key}, 2025-12), 2026-06-18)">less</Claim>`;
    expect((await read(`It is ${change} than as of June 18.`)).days).toEqual([null]);
  });

  test("the mark is stronger than the words", async () => {
    const own = claim("190", ` asOf="2026-02-18"`);
    const { days } = await read(`As of the June 18 release, it was ${own}.`);
    expect(days).toEqual(["2026-02-18"]);
  });
});
