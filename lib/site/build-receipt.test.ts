import { describe, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { buildReceipt } from "./build-receipt.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [
    {
      release: "mfh",
      date: day("2026-02-18"),
      figures: { [key]: { "2025-10": "1100", "2025-11": "1200", "2025-12": "1190" } },
    },
    { release: "mfh", date: day("2026-03-18"), figures: { [key]: { "2025-12": "1190.4" } } },
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { [key]: { "2025-10": "withdrawn", "2025-12": "1210" } },
    },
  ],
});

async function receiptFor(claim: string, asOf = "2026-03-18") {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\n---\n# Title\n\n<Dek>D</Dek>\n\nIt ${claim} then.\n`;
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const { claims } = await checkArticle(article, reader, null);
  const [first] = claims;
  if (!first) throw new Error("no claim");
  return buildReceipt(first, article, reader);
}

describe("a receipt", () => {
  test("shows sentence, computation, interval, cells and their place, and the files", async () => {
    const receipt = await receiptFor(`<Claim of="change(${key}, 2025-12)">-$10 billion</Claim>`);
    expect(receipt).toMatchObject({
      sentence: { before: "It ", claim: "-$10 billion", after: " then." },
      expression: `change(${key}, 2025-12)`,
      computed: "−$9.6 billion",
      interval: "above −$10.5 billion, up to and including −$9.5 billion",
      verdict: "holds-rounded",
      cellCount: 2,
    });
    expect(receipt.path).toMatch(/^\/articles\/a\/claims\/[0-9a-f]{8}$/);
    expect(receipt.cells.map(({ period, value, knownFrom }) => [period, value, knownFrom])).toEqual(
      [
        ["2025-11", "1200", "2026-02-18"],
        ["2025-12", "1190.4", "2026-03-18"],
      ],
    );
    expect(receipt.snapshots.map(({ vintage }) => vintage)).toEqual(["2026-02-18", "2026-03-18"]);
    expect(receipt.citation).toContain("vintage of March 18, 2026");
  });

  test("says what each vintage before and after says", async () => {
    const receipt = await receiptFor(`<Claim of="change(${key}, 2025-12)">-$10 billion</Claim>`);
    expect(receipt.earlier).toEqual([
      {
        vintage: "2026-02-18",
        through: "2026-02-18",
        computed: "−$10 billion",
        standing: "holds",
      },
    ]);
    expect(receipt.later).toEqual([
      { vintage: "2026-06-18", computed: "$10 billion", standing: "flipped" },
    ]);
    expect(receipt.standing).toBe("flipped");
  });

  test("vintages in a row that gave one answer are told together", async () => {
    const receipt = await receiptFor(
      `<Claim of="at(${key}, 2025-11)">$1,200 billion</Claim>`,
      "2026-06-18",
    );
    expect(receipt.earlier.map(({ vintage, through }) => [vintage, through])).toEqual([
      ["2026-02-18", "2026-03-18"],
    ]);
  });

  test("a claim whose digits no longer round has drifted", async () => {
    const receipt = await receiptFor(`<Claim of="at(${key}, 2025-12)">$1,190 billion</Claim>`);
    expect(receipt).toMatchObject({ verdict: "holds-rounded", standing: "drifted" });
  });

  test("a word that is no longer true has flipped", async () => {
    const receipt = await receiptFor(`<Claim of="change(${key}, 2025-12)">fell</Claim>`);
    expect(receipt).toMatchObject({
      verdict: "holds",
      standing: "flipped",
      interval: "any value below 0",
    });
  });

  test("a claim about one vintage stays what it was", async () => {
    const receipt = await receiptFor(
      `<Claim of="at(${key}, 2025-12)" asOf="2026-02-18">$1,190 billion</Claim>`,
    );
    expect(receipt).toMatchObject({ pinned: true, verdict: "holds", standing: "holds" });
    expect(receipt.later.map(({ standing }) => standing)).toEqual(["holds-rounded", "drifted"]);
  });
});

test("a later vintage that no longer gives the figures says so, and is not passed over", async () => {
  const receipt = await receiptFor(
    `<Claim of="at(${key}, 2025-10)">$1,100 billion</Claim>`,
    "2026-02-18",
  );
  expect(receipt.later.map(({ vintage, standing }) => [vintage, standing])).toEqual([
    ["2026-03-18", "holds"],
    ["2026-06-18", "unanswered"],
  ]);
  expect(receipt.later.at(-1)?.computed).not.toBe("");
  expect(receipt.standing).toBe("unanswered");
});

test("a claim that does not hold has no receipt: the gate keeps it off the site", async () => {
  await expect(receiptFor(`<Claim of="change(${key}, 2025-12)">rose</Claim>`)).rejects.toThrow(
    "does not hold",
  );
});
