import { describe, expect, test } from "vitest";
import { readArticle } from "#lib/articles/example-article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { readClaimNow } from "./now-claim.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const [written, newest] = [day("2026-03-18"), day("2026-06-18")];
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [
    {
      release: "mfh",
      date: written,
      figures: {
        [key]: { "2025-09": "900", "2025-10": "1100", "2025-11": "1200", "2025-12": "1190.4" },
      },
    },
    {
      release: "mfh",
      date: newest,
      figures: { [key]: { "2025-10": "withdrawn", "2025-11": "1200.3", "2025-12": "1212" } },
    },
  ],
});

async function now(claim: string, vintage = newest) {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${written}\n---\n# Title\n\n<Dek>D</Dek>\n\nIt ${claim} then.\n`;
  const { article } = readArticle(source);
  if (!article) throw new Error("not read");
  const { claims } = await checkArticle(article, reader, null);
  const [first] = claims;
  if (!first) throw new Error("no claim");
  return readClaimNow(first, reader, vintage);
}

describe("a claim now", () => {
  test("is the same where no figure it rests on was revised, or no vintage has come since", async () => {
    const claim = `<Claim of="at(${key}, 2025-09)">$900 billion</Claim>`;
    expect(await now(claim)).toMatchObject({
      words: "$900 billion",
      outcome: "same",
      then: "$900 billion",
      now: "$900 billion",
      beside: null,
    });
    const moved = `<Claim of="at(${key}, 2025-12)">$1.190 trillion</Claim>`;
    expect(await now(moved, written)).toMatchObject({ outcome: "same", beside: null });
  });

  test("that is revised and still rounds to its words has both values and no mark in the text", async () => {
    expect(await now(`<Claim of="at(${key}, 2025-11)">$1.2 trillion</Claim>`)).toMatchObject({
      outcome: "rounds",
      then: "$1.2 trillion",
      now: "$1.2003 trillion",
      beside: null,
    });
  });

  test("that has drifted has the newest value rounded as its words print it", async () => {
    expect(await now(`<Claim of="at(${key}, 2025-12)">$1.190 trillion</Claim>`)).toMatchObject({
      outcome: "drifted",
      then: "$1.1904 trillion",
      now: "$1.212 trillion",
      beside: "$1.212 trillion",
    });
  });

  test("that has flipped says the other direction", async () => {
    expect(
      await now(`<Claim of="change(${key}, 2025-12)">fell by $9.6 billion</Claim>`),
    ).toMatchObject({ outcome: "flipped", beside: "rose by $11.7 billion" });
    expect(
      await now(`<Claim holds="change(${key}, 2025-12) < 0">moved as expected</Claim>`),
    ).toMatchObject({
      outcome: "flipped",
      then: "true",
      now: "not true",
      beside: "no longer true",
    });
  });

  test("says a ratio and a growth that have no words of their own as times and percent", async () => {
    expect(
      await now(
        `<Claim of="at(${key}, 2025-12) / at(${key}, 2025-09)">grown by less than a third</Claim>`,
      ),
    ).toMatchObject({ outcome: "drifted", beside: "up 35 percent", then: "1.323", now: "1.347" });
  });

  test("whose figures were withdrawn is unanswered, and says why", async () => {
    const claim = await now(`<Claim of="at(${key}, 2025-10)">$1.1 trillion</Claim>`);
    expect(claim).toMatchObject({ outcome: "unanswered", beside: "no longer published" });
    expect(claim.now).toContain("2025-10");
  });

  test("that names its own vintage is not judged", async () => {
    expect(
      await now(`<Claim of="at(${key}, 2025-12)" asOf="2026-03-18">$1.190 trillion</Claim>`),
    ).toMatchObject({ outcome: "pinned", beside: null, now: "$1.1904 trillion" });
  });
});
