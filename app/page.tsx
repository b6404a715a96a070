import type { Metadata } from "next";
import type { NewestRelease } from "#lib/site/home-page";
import { AlsoHeld } from "./_components/home/also-held.tsx";
import { ChartGlances } from "./_components/home/chart-glances.tsx";
import { LeadArticle } from "./_components/home/lead-article.tsx";
import { NumberOfTheMonth } from "./_components/home/number-of-month.tsx";
import { OtherArticles } from "./_components/home/other-articles.tsx";
import { RecentCorrections } from "./_components/home/recent-corrections.tsx";
import { ReleaseChanges } from "./_components/home/release-changes.tsx";
import { ReleaseFigures } from "./_components/home/release-figures.tsx";
import { TheIdea } from "./_components/home/the-idea.tsx";
import { alternatesOf } from "./_components/site/alternates.ts";
import { getHome } from "./_data/home.ts";

export const metadata: Metadata = { alternates: alternatesOf("/") };

/** The front page: the articles, pictures of what they show, what is new in the data and corrected, and what the ticks are. */
export default async function FrontPage() {
  const { lead, others, releases, changed, number, charts, corrections } = await getHome();
  const [newest, ...more] = releases.filter(hasFigures);
  return (
    <div className="front">
      <h1 className="visually-hidden">Tickmark, the front page</h1>
      {lead === null ? (
        <p className="lead front-none">No article is published yet.</p>
      ) : (
        <LeadArticle article={lead.article} chart={lead.chart} />
      )}
      <div className="front-side">
        <OtherArticles articles={others} />
        <NumberOfTheMonth number={number} />
      </div>
      <ChartGlances charts={charts} />
      <div className="front-data">
        {newest === undefined ? null : (
          <ReleaseFigures kicker="Newest release held" release={newest} />
        )}
        {more.map((release) => (
          <ReleaseFigures key={release.release} kicker="Also held" release={release} />
        ))}
        <div>
          <ReleaseChanges changes={changed} />
          <RecentCorrections corrections={corrections} />
        </div>
      </div>
      <AlsoHeld releases={releases.filter((release) => !hasFigures(release))} />
      <TheIdea />
    </div>
  );
}

/** The front page prints the figures of a few releases, and names the others. */
function hasFigures({ figures }: NewestRelease): boolean {
  return figures.length > 0;
}
