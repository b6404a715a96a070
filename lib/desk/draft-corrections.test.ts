import { describe, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { readDeskArticle } from "./desk-article.ts";
import { draftCorrections } from "./draft-corrections.ts";
import { atDesk } from "./example-desk.ts";

const saying = (text: string): unknown => expect.stringContaining(text);

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const [old, young] = [day("2026-06-18"), day("2026-07-16")];
const japan = "mfh.holdings.japan";
const china = "mfh.holdings.china-mainland";
const flow = "slt1.treasuries.net.japan";

const reader = createMemoryReader({
  series: [exampleSeries(japan), exampleSeries(china), exampleSeries(flow, { multiplier: 6 })],
  vintages: [
    {
      release: "mfh",
      date: old,
      figures: {
        [china]: { "2025-06": "700" },
        [japan]: {
          "2025-10": "1150",
          "2025-11": "1202.7",
          "2025-12": "1185.5",
          "2026-01": "1150",
        },
      },
    },
    {
      release: "slt1",
      date: old,
      figures: { [flow]: { "2025-10": "-60000", "2025-11": "-67100", "2025-12": "10000" } },
    },
    {
      release: "mfh",
      date: young,
      figures: {
        [china]: { "2025-06": "720" },
        [japan]: {
          "2025-10": "1199.123456789",
          "2025-11": "1180",
          "2025-12": "1231.123456789",
          "2026-02": "1100",
        },
      },
    },
    { release: "slt1", date: young, figures: { [flow]: { "2025-11": "-7091" } } },
  ],
});

async function entriesOf(sentence: string, from: VintageDate | null = null, asOf = old) {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\n---\n# T\n\n<Dek>D</Dek>\n\n${sentence}\n`;
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (article === null) throw new Error("no article");
  const { claims } = await checkArticle(article, reader, null);
  const held = [...(await reader.vintages("mfh")), ...(await reader.vintages("slt1"))];
  const input = { article, claims, seen: "" };
  return (await readDeskArticle(input, { from, to: young }, reader, held)).entries;
}

async function draftOf(sentence: string) {
  return draftCorrections(await entriesOf(sentence), young, day("2026-07-17"));
}

const level = (period: string, words: string) =>
  `<Claim of="at(${japan}, ${period})">${words}</Claim>`;

describe("what is drafted can be read", () => {
  test("a value is rounded as the words print it", async () => {
    const [one] = await draftOf(`It held ${level("2025-12", "$1,185.5 billion")} then.`);
    expect(one).toMatchObject({ right: "It held $1,231.1 billion then." });
    expect(one?.why).toMatch(
      /^The vintage of July 16, 2026 gives \$1,231\.1 billion, after \$1,185/,
    );
  });

  test("words that are put in place leave those beside them in the mark", async () => {
    const sentence = `It <Claim of="at(${flow}, 2025-11)">sold a net $67.1 billion</Claim> then.`;
    expect(await draftOf(sentence)).toMatchObject([{ right: "It sold a net $7.1 billion then." }]);
  });

  test("each part of a claim is mended where it stands", async () => {
    const sentence = `It went <Claim of="at(${japan}, 2025-11); at(${japan}, 2025-12)">from $1,202.7 billion to $1,185.5 billion</Claim>.`;
    expect(await draftOf(sentence)).toMatchObject([
      { right: "It went from $1,180.0 billion to $1,231.1 billion." },
    ]);
  });

  test("words that cannot be replaced are told beside the good fix of their neighbour", async () => {
    const sentence = `It held ${level("2025-12", "$1,185.5 billion")}, and its change was <Claim of="change(${japan}, 2025-12)">-$17.2 billion</Claim>.`;
    const [one] = await draftOf(sentence);
    expect(one?.right).toBe(
      "As of the vintage of July 16, 2026, “$1,185.5 billion” reads “$1,231.1 billion”; “-$17.2 billion” reads “rose by $51.1 billion”",
    );
  });

  test("a record that is lost is told by the place it has now, and more figures are counted", async () => {
    const sentence = `It was the <Claim of="record_rank(${japan}, 2025-11)">highest on record</Claim>.`;
    const [one] = await draftOf(sentence);
    expect(one?.right).toBe(
      "As of the vintage of July 16, 2026, “highest on record” comes to second place",
    );
    expect(one?.why).toContain(" and 1 more figure)");
  });

  test("reasons are listed whole, as many as the line takes", async () => {
    const claims = ["2025-10", "2025-11", "2025-12"].map((month) => level(month, "$1,300 billion"));
    const sentence = `It held ${[...claims, ...claims].join(", and ")}.`;
    const [one] = await draftOf(sentence);
    expect(one?.why.length).toBeLessThanOrEqual(300);
    expect(one?.why).toMatch(/\); and \d more$/);
  });
});

describe("a sentence that names the day of its figures", () => {
  const sentence = `On June 18 it held ${level("2025-12", "$1,185.5 billion")}.`;

  test("is true of it: nothing is drafted, and the editor is told", async () => {
    expect(await draftOf(sentence)).toEqual([]);
    expect(await entriesOf(sentence)).toMatchObject([
      {
        outcome: "drifts",
        namesItsDay: true,
        to: { fix: null },
        note: `It names the vintage it was written at, and is true of it: keep it there with asOf="${old}" on the claim`,
      },
    ]);
  });
});

describe("what would be true", () => {
  test("is not said of an older vintage when the words are true now", async () => {
    const sentence = `It held ${level("2025-12", "$1,231.1 billion")}.`;
    expect(await entriesOf(sentence, old, young)).toMatchObject([
      { outcome: "drifts", from: { standing: "drifted", fix: null }, to: { fix: null } },
    ]);
  });

  test("is left out where only an editor can tell", async () => {
    const sentence = `It was the <Claim of="record_rank(${japan}, 2025-11)">highest on record</Claim>.`;
    const [entry] = await entriesOf(sentence);
    expect(entry).toMatchObject({ outcome: "flips", to: { fix: null } });
  });
});

test("a figure of June is corrected, although the article was written at a vintage of June", async () => {
  const june = `<Claim of="at(${china}, 2025-06)">$700 billion</Claim>`;
  expect(await draftOf(`The June figure for China was ${june} in 2025.`)).toMatchObject([
    { right: "The June figure for China was $720 billion in 2025." },
  ]);
});

test("a record that the vintage itself contradicts is not said to stand", async () => {
  const sentence = `It was the <Claim of="record_rank(${japan}, 2025-10, lowest)">lowest on record</Claim>.`;
  const [entry] = await entriesOf(sentence);
  expect(entry?.note ?? "").not.toContain("stands");
});

describe("of an article at the desk", () => {
  async function draftAt(sentence: string) {
    const { entries } = await atDesk(sentence, { from: null, to: young });
    return draftCorrections(entries, young, day("2026-07-17"));
  }

  test("one for each sentence, with all its words that would be true, and what moved", async () => {
    const claim = `<Claim of="at(${japan}, 2025-12)">$1,185.5 billion</Claim>`;
    expect(
      await draftAt(
        `It held ${claim}, that is ${claim.replace(">$1,185.5 b", ' id="two">$1,186 b')}.`,
      ),
    ).toEqual([
      {
        date: "2026-07-17",
        wrong: "It held $1,185.5 billion, that is $1,186 billion.",
        right: "It held $1,210.0 billion, that is $1,210 billion.",
        why: saying("December 2025, from 1,185.5 to 1,210 USD billion"),
      },
    ]);
  });

  test("none for what still rounds the same", async () => {
    expect(await draftAt(`It held ${level("2025-12", "$1.2 trillion")} then.`)).toEqual([]);
  });

  test("each in a line that the frontmatter takes, however long the sentence", async () => {
    const long = "and so on ".repeat(60);
    const [one] = await draftAt(
      `${long}it held <Claim of="at(${japan}, 2025-12)">$1,185.5 billion</Claim> ${long}.`,
    );
    for (const text of [one?.wrong, one?.right, one?.why])
      expect(text?.length).toBeLessThanOrEqual(300);
    expect(one?.wrong).toContain("$1,185.5 billion");
    expect(one?.right).toContain("$1,210.0 billion");
  });
});
