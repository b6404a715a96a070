import Link from "next/link";
import type { ArticleSummary } from "#lib/site/home-page";
import { Day } from "../site/day.tsx";

/** So many are told with their deks: more would make the column longer than the lead beside it. */
const told = 3;

/** The articles beside the one that leads, newest first; those further down are named. */
export function OtherArticles({ articles }: { articles: readonly ArticleSummary[] }) {
  if (articles.length === 0) return null;
  return (
    <section className="front-others" aria-labelledby="others-heading">
      <h2 id="others-heading" className="kicker">
        More articles
      </h2>
      <ul>
        {articles.map(({ slug, headline, dek, published, topic }, index) => (
          <li key={slug}>
            <p className="label">{topic}</p>
            <h3>
              <Link href={`/articles/${slug}`} prefetch={false}>
                {headline}
              </Link>
            </h3>
            {index < told ? <p className="front-dek">{dek}</p> : null}
            <p className="label">
              <Day date={published} />
            </p>
          </li>
        ))}
      </ul>
      <p className="front-more-link">
        <Link href="/topics" prefetch={false}>
          All articles, by topic
        </Link>
      </p>
    </section>
  );
}
