import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { shiftPeriod, type Period } from "#lib/series/period";

/** What every new article begins with: a series that is always held, and the chart of it. */
export const openingSeries = "mfh.holdings.grand-total";
export const openingChart = "foreign-holdings";

/** What a new article is made of. Amounts are words that the gate accepts: "$9.27 trillion". */
export interface NewArticle {
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly topic: string;
  readonly day: VintageDate;
  readonly asOf: VintageDate;
  readonly figures: OpeningFigures;
}

/** What the opening series says at the vintage. */
export interface OpeningFigures {
  readonly period: Period;
  readonly level: string;
  /** Since a year earlier, without a sign. */
  readonly change: string;
  readonly way: "rose" | "fell";
}

/**
 * An article to begin with: a draft that is true as it stands, and says beside each part what it is for. The figures are those of
 * the newest vintage; comments are seen by nobody but editors.
 */
export function newArticle(article: NewArticle): string {
  const { slug, id, title, byline, topic, day, asOf } = article;
  const { period, level, change, way } = article.figures;
  const month = formatPeriod(period);
  return `---
id: ${id} # never changes: feed readers know the article by it
byline: ${JSON.stringify(byline)}
topic: ${JSON.stringify(topic)} # one of content/topics.yml
published: ${day} # npx tickmark publish sets both days
updated: ${day}
asOf: ${asOf} # the vintage that every figure is held against
draft: true # nobody sees it until npx tickmark publish takes this line away
# What goes without saying in the text, so that a sentence need not repeat it:
# about: { area: foreigners, class: Treasuries }
# What others printed, for <Quoted source="reuters-2026-02">:
# sources:
#   - { id: reuters-2026-02, publisher: Reuters, title: "Its headline", date: 2026-02-18, url: null, figures: ["$9.3 trillion"] }
---

{/* Comments such as this one are seen by editors only. Take them away as you go. */}

# ${escapeMarkdown(title)}

{/*
  The dek says what is found, with one figure at most. A figure stands in a Claim, and "of" says what it is computed from.
  Change a digit, save, and look at what npx tickmark check ${slug} says.
*/}

<Dek>
  At the end of ${month}, foreign residents held <Claim of="at(${openingSeries}, ${period})">${level}</Claim> of Treasuries.
</Dek>

{/*
  Words that compare ("rose", "most", "since") stand in a claim too, with the figure they belong to. npx tickmark eval "…" tries
  an expression, and each series at /data has its key.
*/}

Those holdings <Claim of="change(${openingSeries}, ${period}, ${shiftPeriod(period, -12)})">${way} by ${change}</Claim> over the twelve months to ${month}.

{/* A chart is a file of content/charts. Its headline is checked with the article. */}

<Chart id="${openingChart}" />

{/* Then why it matters, how we know, and what we do not know. What no data can check is said to be so: <Exempt reason="…">. */}
`;
}

/** A chart of the opening series, for content that has none. */
export function openingChartText(asOf: VintageDate): string {
  return `id: ${openingChart}
form: area
headline: Foreign holdings of Treasuries
measure: Treasury securities held by foreign residents, end of month
unit: trillion
asOf: ${asOf}
series:
  - { key: ${openingSeries}, label: All foreign residents, emphasis: true }
from: 2011-12
transformations: [level, change]
source:
  publisher: U.S. Department of the Treasury
  title: Major Foreign Holders of Treasury Securities
  licence: "Public domain: a work of the U.S. government (17 U.S.C. 105)"
`;
}

/** The first id of a day that no article has: `tm-2026-11-23-a`, `-b`, …, `-z`, `-aa`. */
export function freeId(day: VintageDate, taken: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const id = `tm-${day}-${lettersOf(number)}`;
    if (!taken.has(id)) return id;
  }
}

function lettersOf(number: number): string {
  const last = String.fromCharCode("a".charCodeAt(0) + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}

/** A title is words: nothing in it is Markdown. */
function escapeMarkdown(title: string): string {
  return title.replace(/[\\`*_{}[\]<>&~|#]/g, "\\$&");
}
