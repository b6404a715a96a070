import type { Metadata } from "next";
import Link from "next/link";
import { LeadArticle } from "./_components/home/lead-article.tsx";
import { ReleaseFigures } from "./_components/home/release-figures.tsx";
import { Day } from "./_components/site/day.tsx";
import { TickLegend } from "./_components/tick/tick-legend.tsx";
import { getHome } from "./_data/home.ts";

export const metadata: Metadata = { alternates: { canonical: "/" } };

/** The front page: the newest article, the newest release, and what the ticks are. */
export default async function FrontPage() {
  const { lead, others, releases } = await getHome();
  const [newest, ...olderReleases] = releases;
  return (
    <div className="front">
      <h1 className="visually-hidden">Tickmark, the front page</h1>
      {lead === null ? null : <LeadArticle article={lead.article} chart={lead.chart} />}
      <div className="front-side">
        {newest === undefined ? null : <ReleaseFigures release={newest} />}
        {olderReleases.length === 0 ? null : (
          <section className="other-releases" aria-labelledby="other-releases-heading">
            <h2 id="other-releases-heading" className="label">
              Also held
            </h2>
            <ul>
              {olderReleases.map(({ release, title, vintage, url }) => (
                <li key={`${release} ${vintage}`}>
                  <a href={url}>{title}</a>, vintage of <Day date={vintage} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {others.length === 0 ? null : (
        <section className="front-others" aria-labelledby="others-heading">
          <h2 id="others-heading" className="label">
            Earlier
          </h2>
          <ul>
            {others.map(({ slug, headline, dek, published }) => (
              <li key={slug}>
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
      )}
      <section className="idea" aria-labelledby="idea-heading">
        <h2 id="idea-heading">
          Auditors put a small tick beside each figure they have traced to its source. Here every
          figure carries one.
        </h2>
        <div className="idea-more">
          <p>
            Open a figure to see the computation, the cells, the file and the vintage behind it.{" "}
            <Link href="/about" prefetch={false}>
              How Tickmark checks
            </Link>
          </p>
          <p>
            Whole articles, pictures of the charts included, come by <a href="/feed.xml">feed</a>.
          </p>
        </div>
        <TickLegend />
      </section>
    </div>
  );
}
