import Link from "next/link";
import type { ArticleSummary } from "#lib/site/home-page";
import type { ChartView } from "#lib/site/chart-view";
import { Day } from "../site/day.tsx";
import { ChartFigure } from "../chart/chart-figure.tsx";

/** The newest article, with its first chart. */
export function LeadArticle({
  article,
  chart,
}: {
  article: ArticleSummary;
  chart: ChartView | null;
}) {
  return (
    <article className="lead">
      <p className="kicker">{article.topic}</p>
      <h2 className="lead-headline">
        <Link href={`/articles/${article.slug}`} prefetch={false}>
          {article.headline}
        </Link>
      </h2>
      <p className="dek">{article.dek}</p>
      <p className="lead-byline">
        {article.byline}, <Day date={article.published} />. {article.claims} claims, each checked
        against the data.
      </p>
      {chart === null ? null : <ChartFigure view={chart} />}
    </article>
  );
}
