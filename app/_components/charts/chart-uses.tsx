import Link from "next/link";
import type { ChartPage } from "#lib/site/chart-page";
import { Day } from "../site/day.tsx";

/** The articles that show a chart. */
export function ChartUses({ page: { articles } }: { page: ChartPage }) {
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">Where it is used</h2>
      {articles.length === 0 ? <p>No article shows this chart yet.</p> : null}
      <ul>
        {articles.map(({ slug, headline, published }) => (
          <li key={slug}>
            <Link href={`/articles/${slug}`} prefetch={false}>
              {headline}
            </Link>{" "}
            <span className="label">
              <Day date={published} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
