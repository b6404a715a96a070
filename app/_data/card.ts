import "server-only";
import { formatDay } from "#lib/series/format";
import type { Card } from "#lib/charts/card";
import { articleCard } from "#lib/site/article-card";
import type { ChartView } from "#lib/site/chart-view";
import { getArticle } from "./article.ts";
import { getChart } from "./chart.ts";
import { getDataPage } from "./data.ts";

/** The pages that have a card of their own; every other page shows that of the site. */
const cards: Readonly<Record<string, (name: string) => Promise<Card | null>>> = {
  articles: async (slug) => {
    const page = await getArticle(slug);
    return page === null ? null : articleCard(page, Object.values(page.charts));
  },
  charts: async (id) => {
    const page = await getChart(id);
    return page === null ? null : cardOfChart("Chart", page.view);
  },
  data: async (key) => {
    const page = await getDataPage(key, null, false, false);
    if (page === null) return null;
    const { chart, series, headline, vintage } = page;
    const kicker = headline === null ? "Series" : `Newest: ${headline.amount}`;
    const plotted = chart?.plotted ?? null;
    const source = chart?.source ?? `Vintage of ${formatDay(vintage.date)}`;
    return { kicker, headline: series.title, plotted, source };
  },
  site: (name) =>
    Promise.resolve(
      name === "tickmark"
        ? {
            kicker: "News and data explainers",
            headline: "Every figure is traced to its source, or marked as quoted",
            plotted: null,
            source: "Auditors put a small tick beside each figure that they have traced",
          }
        : null,
    ),
};

/** What the card of a page says, or null when there is no such page. */
export async function getCard(kind: string, name: string): Promise<Card | null> {
  return (Object.hasOwn(cards, kind) && (await cards[kind]?.(name))) || null;
}

function cardOfChart(kicker: string, { headline, plotted, source }: ChartView): Card {
  return { kicker, headline, plotted, source };
}
