import Link from "next/link";
import type { ArticleSummary } from "#lib/site/home-page";
import { Day } from "../site/day.tsx";

/** The articles before the one that leads, newest first. */
export function EarlierArticles({ articles }: { articles: readonly ArticleSummary[] }) {
  if (articles.length === 0) return null;
  return (
    <section className="front-others" aria-labelledby="others-heading">
      <h2 id="others-heading" className="kicker">
        Earlier
      </h2>
      <ul>
        {articles.map(({ slug, headline, dek, published, topic }) => (
          <li key={slug}>
            <p className="label">{topic}</p>
            <h3>
              <Link href={`/articles/${slug}`} prefetch={false}>
                {headline}
              </Link>
            </h3>
            <p>{dek}</p>
            <p className="label">
              <Day date={published} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
