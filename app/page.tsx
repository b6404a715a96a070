import type { Metadata } from "next";
import Link from "next/link";
import { AlsoHeld } from "./_components/home/also-held.tsx";
import { LeadArticle } from "./_components/home/lead-article.tsx";
import { ReleaseFigures } from "./_components/home/release-figures.tsx";
import { alternatesOf } from "./_components/site/alternates.ts";
import { Day } from "./_components/site/day.tsx";
import { TickLegend } from "./_components/tick/tick-legend.tsx";
import type { NewestRelease } from "#lib/site/home-page";
import { getHome } from "./_data/home.ts";

export const metadata: Metadata = { alternates: alternatesOf("/") };

/** The front page: the newest article, the newest release, and what the ticks are. */
export default async function FrontPage() {
  const { lead, others, releases } = await getHome();
  return (
    <div className="front">
      <h1 className="visually-hidden">Tickmark, the front page</h1>
      {lead === null ? null : <LeadArticle article={lead.article} chart={lead.chart} />}
      <div className="front-side">
        {releases.filter(hasFigures).map((release, index) => (
          <ReleaseFigures
            key={release.release}
            kicker={index === 0 ? "Newest release held" : "Also held"}
            release={release}
          />
        ))}
      </div>
      <AlsoHeld releases={releases.filter((release) => !hasFigures(release))} />
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
          amount in the text of an article carries a mark.
        </h2>
        <div className="idea-more">
          <p>
            Open a figure to see the computation, the cells, the file and the vintage behind it.{" "}
            <Link href="/about" prefetch={false}>
              How Tickmark checks
            </Link>
          </p>
          <p>
            Whole articles, pictures of the charts included, come by{" "}
            <Link href="/feeds" prefetch={false}>
              feed
            </Link>
            .
          </p>
        </div>
        <TickLegend />
      </section>
    </div>
  );
}

/** The front page prints the figures of a few releases, and names the others. */
function hasFigures({ figures }: NewestRelease): boolean {
  return figures.length > 0;
}
