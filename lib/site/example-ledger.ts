import { createHash } from "node:crypto";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import type { Ledger } from "#lib/evidence/ledger";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { buildArticlePage } from "./build-article-page.ts";
import { buildLedger } from "./ledger.ts";

/** The series that the claims are about. */
export const exampleKey = "mfh.holdings.japan";
/** The publisher's file: a cell stands at the line and column that a reader in memory gives it. */
export const exampleFile = [
  "country\tholdings\tdate\tBillions of dollars",
  "japan\t1,100\t2025-10",
  "japan\t1,200\t2025-11",
  "japan\t1190.4\t2025-12",
  "",
].join("\n");
export const exampleSha256 = createHash("sha256").update(exampleFile).digest("hex");

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const figures = { [exampleKey]: { "2025-10": "1100", "2025-11": "1200", "2025-12": "1190.4" } };
const memory = createMemoryReader({
  series: [exampleSeries(exampleKey)],
  vintages: [
    { release: "mfh", date: day("2026-03-18"), figures },
    { release: "mfh", date: day("2026-06-18"), figures: { [exampleKey]: { "2025-12": "1210" } } },
  ],
});
const reader = {
  ...memory,
  vintages: async (release: string) =>
    (await memory.vintages(release)).map((vintage) => ({
      ...vintage,
      snapshot: {
        ...vintage.snapshot,
        ...(vintage.date === "2026-03-18" ? { sha256: exampleSha256 } : {}),
      },
    })),
};

const source = `---
id: one
byline: A desk
topic: Holdings
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-03-18
---

# Japan’s holdings <Claim of="change(${exampleKey}, 2025-12)">fell</Claim>

<Dek>At the end of 2025 they were <Claim of="at(${exampleKey}, 2025-12)">$1,190 billion</Claim>.</Dek>

In December Japan’s holdings <Claim of="change(${exampleKey}, 2025-12)">fell by $10 billion</Claim>, from the <Claim of="highest_since(${exampleKey}, 2025-11)">highest on record</Claim>.
`;

/** The ledger of an article with four claims over one file. */
export async function exampleLedger(): Promise<Ledger> {
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, null);
  // The lock of an article that stands in no folder is missing; nothing else is wrong with it.
  const sound = { ...checked, problems: [] };
  return buildLedger(sound, await buildArticlePage(sound, reader), reader);
}
