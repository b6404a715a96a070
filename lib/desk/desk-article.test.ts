import { describe, expect, test, vi } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { articleHash } from "./article-hash.ts";
import { readDeskArticle } from "./desk-article.ts";
import type { DeskEntry } from "./desk-entry.ts";
import type { DeskRange } from "./desk-range.ts";
import { draftCorrections } from "./draft-corrections.ts";

const saying = (text: string): unknown => expect.stringContaining(text);

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const [first, second, third] = [day("2026-02-18"), day("2026-06-18"), day("2026-07-16")];
const japan = "mfh.holdings.japan";
const china = "slt1.treasuries.net.china-mainland";

const reader = createMemoryReader({
  series: [exampleSeries(japan), exampleSeries(china, { multiplier: 6 })],
  vintages: [
    {
      release: "mfh",
      date: first,
      figures: { [japan]: { "2025-10": "1200", "2025-11": "1202.7", "2025-12": "1185.5" } },
    },
    {
      release: "mfh",
      date: second,
      figures: { [japan]: { "2025-11": "1202.74", "2026-01": "1190" } },
    },
    {
      release: "slt1",
      date: second,
      figures: { [china]: { "2025-11": "-500", "2025-12": "-700", "2026-01": "100" } },
    },
    {
      release: "mfh",
      date: third,
      figures: { [japan]: { "2025-12": "1210", "2026-02": "1150" } },
    },
    { release: "slt1", date: third, figures: { [china]: { "2025-12": "withdrawn" } } },
  ],
});

/** An article of one sentence, written at the second vintage, at the desk. */
async function atDesk(sentence: string, range: DeskRange, asOf = second, desk = "[]") {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\ndesk: ${desk}\n---\n# T\n\n<Dek>D</Dek>\n\n${sentence}\n`;
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (article === null) throw new Error("no article");
  const { claims } = await checkArticle(article, reader, null);
  const held = [...(await reader.vintages("mfh")), ...(await reader.vintages("slt1"))];
  const input = { article, claims, seen: articleHash(source, []) };
  return readDeskArticle(input, range, reader, held);
}

async function entryOf(sentence: string, from: VintageDate | null, to: VintageDate | null) {
  const { entries } = await atDesk(sentence, { from, to });
  const [entry] = entries;
  if (entry === undefined) throw new Error("no entry");
  return entry;
}

const level = (period: string, words: string, more = "") =>
  `It held <Claim of="at(${japan}, ${period})"${more}>${words}</Claim> then.`;

describe("from the vintage of an article to a later one", () => {
  test("a value that did not move is the same", async () => {
    const entry = await entryOf(level("2025-10", "$1,200 billion"), null, third);
    expect(entry).toMatchObject({ outcome: "same", moved: [], note: null });
  });

  test("digits that no longer round drift; both values, what moved and what would be true are given", async () => {
    const entry = await entryOf(level("2025-12", "$1,185.5 billion"), null, third);
    expect(entry).toMatchObject({
      outcome: "drifts",
      from: { vintage: second, computed: "$1.1855 trillion", standing: "holds", fix: null },
      to: {
        vintage: third,
        computed: "$1.21 trillion",
        standing: "drifted",
        fix: 'write "$1,210.0 billion"',
      },
      interval: "from $1,185.45 billion up to, but not including, $1,185.55 billion",
      moved: [
        { key: japan, period: "2025-12", before: "1185.5", after: "1210", difference: "24.5" },
      ],
    });
  });

  test("a direction that turns flips", async () => {
    const sentence = `It <Claim of="change(${japan}, 2025-12)">fell by $17.2 billion</Claim>.`;
    expect(await entryOf(sentence, null, third)).toMatchObject({ outcome: "flips" });
  });

  test("a revision under true words rounds the same", async () => {
    expect(await entryOf(level("2025-12", "$1.2 trillion"), null, third)).toMatchObject({
      outcome: "rounds",
    });
  });

  test("what the newer vintage withdrew is unanswered, with the reason", async () => {
    const sentence = `It <Claim of="at(${china}, 2025-12)">sold $700 million</Claim>.`;
    const entry = await entryOf(sentence, null, third);
    expect(entry).toMatchObject({ outcome: "unanswered", to: { computed: null } });
    expect(entry.note).toContain("2025-12");
  });

  test.each([
    ["claim", `It held ${level("2025-12", "$1,185.5 billion", ` asOf="${first}"`)}.`],
    ["sentence", `As of the February 18 release, it held ${level("2025-12", "$1,185.5 billion")}.`],
  ])("a %s that names its vintage is about that one", async (_, sentence) => {
    expect(await entryOf(sentence, null, third)).toMatchObject({
      outcome: "same",
      pinned: true,
      from: { vintage: first },
      to: { vintage: first },
    });
  });

  test("without a vintage to go to it is the newest of what the article reads", async () => {
    expect(
      await atDesk(level("2025-10", "$1,200 billion"), { from: null, to: null }),
    ).toMatchObject({
      state: "read",
      from: second,
      to: third,
      counts: { same: 1 },
    });
  });

  test("an article that was written at it has nothing new, and one written after it is not compared", async () => {
    const sentence = level("2025-10", "$1,200 billion");
    expect((await atDesk(sentence, { from: null, to: null }, third)).state).toBe("current");
    const newer = await atDesk(sentence, { from: null, to: first }, third);
    expect(newer).toMatchObject({ state: "newer", entries: [] });
  });

  test("a draft is read from the vintage before, where its words are still to be mended", async () => {
    const [old, mended] = [
      level("2025-12", "$1,185.5 billion"),
      level("2025-12", "$1,210 billion"),
    ];
    const sentence = `It held ${old}, or ${mended}.`;
    const signed = `[{ vintage: ${third}, decision: signed, by: A, on: 2026-11-22 }]`;
    const newest = { from: null, to: null };
    const draft = await atDesk(sentence, newest, third, signed);
    expect(draft).toMatchObject({ state: "draft", from: second, to: third });
    expect(draft.entries).toMatchObject([
      {
        outcome: "drifts",
        from: { vintage: second, standing: "holds" },
        to: { standing: "drifted" },
      },
      { outcome: "same", from: { vintage: third } },
    ]);
    const done = sentence.replace(old, mended);
    expect((await atDesk(done, newest, third, signed)).state).toBe("current");
    expect((await atDesk(sentence, newest, third)).state).toBe("current");
  });
});

describe("a period is closed when the vintage brings the next and the sentence is open at that end", () => {
  test.each([
    [
      "the last month that was held",
      level("2026-01", "$1,190 billion"),
      "It rests on January 2026",
    ],
    [
      "the latest",
      `It held <Claim of="at(${japan}, latest(${japan}))">$1.2 trillion</Claim>.`,
      "It rests on January 2026",
    ],
    [
      "words that say so",
      `So far it held <Claim of="at(${japan}, 2025-10)">$1,200 billion</Claim> at most.`,
      "It says “So far”; this vintage brings February 2026",
    ],
  ])("%s", async (_, sentence, note) => {
    expect(await entryOf(sentence, null, third)).toMatchObject({
      outcome: "closed",
      note: saying(note),
    });
  });

  test("of a record it is said whether the later months leave it standing", async () => {
    const sentence = `It was the <Claim of="record_rank(${japan}, 2025-11)">highest on record</Claim>.`;
    expect((await entryOf(sentence, null, third)).note).toBe(
      "It tells a record; this vintage brings February 2026. None of it is higher, so the record stands",
    );
    const low = `It was the <Claim of="record_rank(${japan}, 2025-10, lowest)">lowest on record</Claim>.`;
    expect((await entryOf(low, null, third)).note).toContain(
      "February 2026 is lower: 1,150 against 1,200",
    );
  });

  test("a month long past is not, nor is anything when no later month comes", async () => {
    expect((await entryOf(level("2025-10", "$1,200 billion"), null, third)).outcome).toBe("same");
    expect((await entryOf(level("2026-01", "$1,190 billion"), first, second)).note).not.toContain(
      "rests",
    );
  });
});

describe("between two vintages that are named", () => {
  test("words that are true of the newer and not of the older drift, too", async () => {
    const { entries } = await atDesk(
      level("2025-12", "$1,210 billion"),
      { from: first, to: third },
      third,
    );
    expect(entries[0]).toMatchObject({
      outcome: "drifts",
      from: { vintage: first, standing: "drifted" },
      to: { standing: "holds" },
    });
  });

  test("a claim is read at the first vintage that can answer", async () => {
    const sentence = `It <Claim of="at(${china}, 2025-11)">sold $500 million</Claim>.`;
    expect(await entryOf(sentence, first, third)).toMatchObject({
      outcome: "same",
      from: { vintage: second },
    });
  });

  test("what no vintage before the newer can answer is unanswered", async () => {
    const sentence = `It <Claim of="at(${china}, 2025-11)">sold $500 million</Claim>.`;
    expect(await entryOf(sentence, first, second)).toMatchObject({
      outcome: "unanswered",
      note: saying("No vintage before 2026-06-18 can answer"),
    });
  });
});

describe("corrections are drafted", () => {
  async function draftOf(sentence: string) {
    const { entries } = await atDesk(sentence, { from: null, to: third });
    return draftCorrections(entries, third, day("2026-07-17"));
  }

  test("one for each sentence, with all its words that would be true, and what moved", async () => {
    const claim = `<Claim of="at(${japan}, 2025-12)">$1,185.5 billion</Claim>`;
    expect(
      await draftOf(
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
    expect(await draftOf(level("2025-12", "$1.2 trillion"))).toEqual([]);
  });

  test("each in a line that the frontmatter takes, however long the sentence", async () => {
    const long = "and so on ".repeat(60);
    const [one] = await draftOf(
      `${long}it held <Claim of="at(${japan}, 2025-12)">$1,185.5 billion</Claim> ${long}.`,
    );
    for (const text of [one?.wrong, one?.right, one?.why])
      expect(text?.length).toBeLessThanOrEqual(300);
    expect(one?.wrong).toContain("$1,185.5 billion");
    expect(one?.right).toContain("$1,210.0 billion");
  });
});

test("an article is named by its text and its charts' headlines", () => {
  const names: readonly string[] = [
    articleHash("a", []),
    articleHash("b", []),
    articleHash("a", ["b"]),
    articleHash("a", ["", "b"]),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^[0-9a-f]{16}$/);
});

test("the worst come first, and each outcome in the order of the text", async () => {
  const { entries } = await atDesk(
    `${level("2025-10", "$1,200 billion")} ${level("2025-12", "$1,185.5 billion")} ${level("2026-01", "$1,190 billion")}`,
    { from: null, to: third },
  );
  const outcomes: DeskEntry["outcome"][] = entries.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(["drifts", "closed", "same"]);
});

test("others are answered between one claim and the next", async () => {
  const others = vi.fn<() => void>();
  const watch = setInterval(others, 0);
  await atDesk(level("2025-12", "$1,185.5 billion").repeat(40), { from: first, to: third });
  clearInterval(watch);
  expect(others.mock.calls.length).toBeGreaterThan(5);
});
