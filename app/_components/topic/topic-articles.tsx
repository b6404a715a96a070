import Link from "next/link";
import type { ArticleSummary } from "#lib/site/home-page";
import { Day } from "../site/day.tsx";

/** The articles of a topic, newest first. */
export function TopicArticles({ articles }: { articles: readonly ArticleSummary[] }) {
  if (articles.length === 0) {
    return <p className="topic-none">No article yet: the first will stand here.</p>;
  }
  return (
    <ol className="topic-articles">
      {articles.map(({ slug, headline, dek, published, claims }) => (
        <li key={slug}>
          <h3>
            <Link href={`/articles/${slug}`} prefetch={false}>
              {headline}
            </Link>
          </h3>
          <p>{dek}</p>
          <p className="label">
            <Day date={published} />, {claims} checked claims
          </p>
        </li>
      ))}
    </ol>
  );
}
