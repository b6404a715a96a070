// TEMPORARY sample data, for making the pages before lib/site is joined. To be deleted with its three users.
import { readFile } from "node:fs/promises";
import { bundleMDX } from "mdx-bundler";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { ArticlePage } from "#lib/site/article-page";
import type { ChartView } from "#lib/site/chart-view";
import type { Receipt, Standing } from "#lib/site/receipt";

const slug = "did-the-world-sell-america";

export function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

export function period(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}

let cached: Promise<ArticlePage> | null = null;

export function samplePage(): Promise<ArticlePage> {
  return (cached ??= makePage());
}

async function makePage(): Promise<ArticlePage> {
  const source = await readFile(`content/articles/${slug}/index.mdx`, "utf8");
  const body = source.replace(/^---[\s\S]*?\n---\n/, "");
  const receipts: Record<string, Receipt> = {};
  let count = 0;
  const text = body.replace(
    /<Claim (of|holds)="([^"]*)"(?: asOf="([^"]*)")?>([^<]*)<\/Claim>/g,
    (_, kind: string, expression: string, asOf: string | undefined, claim: string) => {
      const id = `c${(++count).toString(16).padStart(4, "0")}`;
      receipts[id] = receiptOf(id, kind, expression, day(asOf ?? "2026-06-18"), claim, count);
      return `<Claim id="${id}">${claim}</Claim>`;
    },
  );
  const { code } = await bundleMDX({ source: text });
  const charts: Record<string, ChartView> = {};
  for (const [, id] of body.matchAll(/<Chart id="([^"]+)"/g)) if (id) charts[id] = chartOf(id);
  const contents = [...body.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => ({
    id: heading.toLowerCase().replace(/[^a-z]+/g, "-"),
    text: heading,
  }));
  const sources = [
    ...source.matchAll(
      /- id: (.*)\n\s+publisher: (.*)\n\s+title: "(.*)"\n\s+date: (.*)\n\s+url: (.*)\n/g,
    ),
  ].map(([, id = "", publisher = "", title = "", date = "", url = ""]) => ({
    id,
    publisher,
    title,
    date,
    url: url === "null" ? null : url,
  }));
  return {
    slug,
    headline: "In the year of “Sell America,” foreigners bought more than first reported",
    dek: "Net purchases of long-term U.S. securities came to $1.62 trillion in 2025, and stocks account for all of the increase over 2024.",
    byline: "Tickmark data desk",
    topic: "Cross-border capital",
    published: "2026-11-22",
    updated: "2026-11-22",
    asOf: day("2026-06-18"),
    latest: day("2026-06-18"),
    readingMinutes: 7,
    code,
    contents,
    receipts,
    charts,
    sources,
    counts: { claims: count, quoted: 14, exempt: 1 },
  };
}

const sha = "9c2f6a1e0b7d4c3f8a5e6d7c8b9a0f1e2d3c4b5a69788796a5b4c3d2e1f00fed";

function receiptOf(
  id: string,
  kind: string,
  expression: string,
  asOf: VintageDate,
  claim: string,
  count: number,
): Receipt {
  const old = asOf === "2026-02-18";
  const standing: Standing = old
    ? count % 2
      ? "flipped"
      : "drifted"
    : kind === "of"
      ? "holds-rounded"
      : "holds";
  const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
  return {
    id,
    article: {
      slug,
      title: "In the year of “Sell America,” foreigners bought more than first reported",
    },
    path: `/articles/${slug}/claims/${id}`,
    sentence: {
      before: "As the data stood on June 18, foreign residents had bought ",
      claim,
      after: " more of long-term U.S. securities in 2025 than they sold.",
    },
    expression,
    words:
      "Net purchases of U.S. long-term securities by foreign residents: grand total, added up over the twelve months from January to December 2025.",
    asOf,
    verdict: kind === "of" ? "holds-rounded" : "holds",
    standing,
    computed:
      kind === "of" ? "$1,619.896 billion" : "true: $434.2 billion is at least $433.6 billion",
    interval:
      kind === "of" ? "from $1.615 trillion up to, but not including, $1.625 trillion" : null,
    cells: months.map((month, index) => ({
      key: "slt1.total.net.grand-total",
      title: "Net purchases of U.S. long-term securities by foreign residents: grand total",
      period: period(`2025-${month}`),
      value: index === 3 ? "-67123" : String(124873 + index * 1017),
      unit: "USD million",
      knownFrom: asOf,
      file: "slt_table1.txt",
      sha256: sha,
      line: 8040 + index,
      column: 5,
      row: "Grand Total (99996)",
      field: "for_lt_total_net",
    })),
    cellCount: 12,
    snapshots: [
      {
        release: "slt1",
        vintage: asOf,
        file: "slt_table1.txt",
        url: "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/slt_table1.txt",
        sha256: sha,
        bytes: 1284771,
        retrieved: "2026-07-01",
        note: null,
      },
    ],
    later: old ? [{ vintage: day("2026-06-18"), computed: "$82.4 billion", standing }] : [],
    earlier: old
      ? []
      : [{ vintage: day("2026-02-18"), computed: "$1,541.9 billion", standing: "drifted" }],
    citation: `U.S. Department of the Treasury, Treasury International Capital (TIC) System, Table 1, vintage of June 18, 2026; computed as ${expression}. Tickmark, http://localhost:3000/articles/${slug}/claims/${id}`,
  };
}

function chartOf(id: string): ChartView {
  const bars = Array.from({ length: 24 }, (_, index) => {
    const height = 20 + ((index * 37) % 190);
    return `<rect x="${40 + index * 28}" y="${260 - height}" width="18" height="${height}" fill="${index > 11 ? "var(--accent)" : "var(--ink-3)"}"></rect>`;
  }).join("");
  const svg = `<svg viewBox="0 0 720 300" role="img" aria-label="${id}"><line x1="0" x2="720" y1="260" y2="260" stroke="currentColor"></line>${bars}</svg>`;
  return {
    id,
    headline: "Stocks took the largest share of what foreigners bought",
    measure:
      "Net foreign purchases of U.S. long-term securities, billion U.S. dollars, 2024 and 2025",
    plotted: {
      id,
      form: "bar",
      asOf: day("2026-06-18"),
      transformation: "level",
      unit: "billion U.S. dollars",
      positions: [],
      series: [],
    },
    svg: { wide: svg, narrow: svg },
    alt: "Bars.",
    table: { columns: ["Class", "2024", "2025"], rows: [["Equities", "308.3", "742.5"]] },
    source: "Source: U.S. Department of the Treasury, TIC, Table 1, vintage of June 18, 2026",
    note: null,
    csvPath: `/charts/${id}.csv`,
    pngPath: `/charts/${id}.png`,
  };
}
