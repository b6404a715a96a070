import { describe, expect, test } from "vitest";
import { atDesk, china, entryOf, first, japan, level, second, third } from "./example-desk.ts";

const saying = (text: string): unknown => expect.stringContaining(text);

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
