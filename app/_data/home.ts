// TEMPORARY: sample data until lib/site is joined here. See sample.ts.
import "server-only";
import type { HomePage } from "#lib/site/home-page";
import { listArticles } from "./article.ts";
import { day, period, samplePage } from "./sample.ts";

export async function getHome(): Promise<HomePage> {
  const [article] = await listArticles();
  const { charts } = await samplePage();
  return {
    edition: "2026-11-22",
    newestVintage: day("2026-06-18"),
    lead: article ? { article, chart: Object.values(charts)[0] ?? null } : null,
    others: [],
    releases: [
      {
        release: "slt1",
        title: "U.S. long-term securities held by foreign residents",
        publisher: "U.S. Department of the Treasury",
        vintage: day("2026-06-18"),
        covers: "January 2020 to April 2026, 114 countries and groups",
        url: "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/slt_table1.txt",
        figures: [
          {
            label: "Net purchases of long-term securities",
            value: "$128.4 billion",
            change: "up $12.1 billion from March",
            period: period("2026-04"),
            key: "slt1.total.net.grand-total",
          },
          {
            label: "Net purchases of equities",
            value: "$61.0 billion",
            change: "down $4.4 billion from March",
            period: period("2026-04"),
            key: "slt1.equities.net.grand-total",
          },
          {
            label: "Net purchases of Treasury bonds and notes",
            value: "−$8.2 billion",
            change: "from $31.9 billion in March",
            period: period("2026-04"),
            key: "slt1.treasuries.net.grand-total",
          },
          {
            label: "Holdings of long-term securities",
            value: "$37.4 trillion",
            change: "up $0.6 trillion from March",
            period: period("2026-04"),
            key: "slt1.total.holdings.grand-total",
          },
        ],
      },
      {
        release: "mfh",
        title: "Major foreign holders of Treasury securities",
        publisher: "U.S. Department of the Treasury",
        vintage: day("2026-06-18"),
        covers: "March 2000 to December 2025",
        url: "https://ticdata.treasury.gov/",
        figures: [],
      },
    ],
  };
}
