import type { Card } from "#lib/charts/card";
import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "./article-page.ts";
import type { ChartView } from "./chart-view.ts";

/** The social card of an article: its headline beside its first chart, when it has one. */
export function articleCard(
  { topic, headline, asOf }: Pick<ArticlePage, "topic" | "headline" | "asOf">,
  [first]: readonly Pick<ChartView, "plotted" | "source">[],
): Card {
  const source = first?.source ?? `Figures as published on ${formatDay(asOf)}`;
  return { kicker: topic, headline, plotted: first?.plotted ?? null, source };
}
