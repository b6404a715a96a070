import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { articleHash } from "./article-hash.ts";
import { readDeskArticle, type DeskArticle } from "./desk-article.ts";
import type { DeskEntry } from "./desk-entry.ts";
import type { DeskRange } from "./desk-range.ts";

/** A day of a vintage. */
export function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

/** The vintages that the example has. */
export const [first, second, third] = [day("2026-02-18"), day("2026-06-18"), day("2026-07-16")];
export const japan = "mfh.holdings.japan";
export const china = "slt1.treasuries.net.china-mainland";

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
export async function atDesk(
  sentence: string,
  range: DeskRange,
  asOf = second,
  desk = "[]",
): Promise<DeskArticle> {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${asOf}\ndesk: ${desk}\n---\n# T\n\n<Dek>D</Dek>\n\n${sentence}\n`;
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (article === null) throw new Error("no article");
  const { claims } = await checkArticle(article, reader, null);
  const held = [...(await reader.vintages("mfh")), ...(await reader.vintages("slt1"))];
  const input = { article, claims, seen: articleHash(source, []) };
  return readDeskArticle(input, range, reader, held);
}

/** The first claim of such an article. */
export async function entryOf(
  sentence: string,
  from: VintageDate | null,
  to: VintageDate | null,
): Promise<DeskEntry> {
  const { entries } = await atDesk(sentence, { from, to });
  const [entry] = entries;
  if (entry === undefined) throw new Error("no entry");
  return entry;
}

/** A sentence with a claim of what Japan held. */
export function level(period: string, words: string, more = ""): string {
  return `It held <Claim of="at(${japan}, ${period})"${more}>${words}</Claim> then.`;
}
