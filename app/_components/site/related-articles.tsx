import Link from "next/link";
import { relatedArticles } from "../../_data/related.ts";
import { Day } from "./day.tsx";

/** Articles that rest on the same series, at the end of one; nothing when there is none. */
export async function RelatedArticles({ slug }: { slug: string }) {
  const related = await relatedArticles(slug);
  if (related.length === 0) return null;
  return (
    <section className="sources related" aria-labelledby="related-heading">
      <h2 id="related-heading">From the same series</h2>
      <ul>
        {related.map((article) => (
          <li key={article.slug}>
            <h3>
              <Link href={`/articles/${article.slug}`} prefetch={false}>
                {article.headline}
              </Link>
            </h3>
            <p>{article.dek}</p>
            <p className="label">
              <Day date={article.published} />,{" "}
              {article.shared === 1 ? "1 series" : `${article.shared} series`} in common
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
