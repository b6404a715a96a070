import type { Metadata } from "next";
import type { NewestRelease } from "#lib/site/home-page";
import { AlsoHeld } from "./_components/home/also-held.tsx";
import { ChartGlances } from "./_components/home/chart-glances.tsx";
import { EarlierArticles } from "./_components/home/earlier-articles.tsx";
import { LeadArticle } from "./_components/home/lead-article.tsx";
import { NumberOfTheMonth } from "./_components/home/number-of-month.tsx";
import { RecentCorrections } from "./_components/home/recent-corrections.tsx";
import { ReleaseChanges } from "./_components/home/release-changes.tsx";
import { ReleaseFigures } from "./_components/home/release-figures.tsx";
import { TheIdea } from "./_components/home/the-idea.tsx";
import { alternatesOf } from "./_components/site/alternates.ts";
import { getHome } from "./_data/home.ts";

export const metadata: Metadata = { alternates: alternatesOf("/") };

/** The front page: the newest article, what is new in the data, what was corrected, and what the ticks are. */
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
        <NumberOfTheMonth number={number} />
        {newest === undefined ? null : (
          <ReleaseFigures kicker="Newest release held" release={newest} />
        )}
        <ReleaseChanges changes={changed} />
        <RecentCorrections corrections={corrections} />
      </div>
      <ChartGlances charts={charts} />
      <EarlierArticles articles={others} />
      <div className="front-more">
        {more.map((release) => (
          <ReleaseFigures key={release.release} kicker="Also held" release={release} />
        ))}
        <AlsoHeld releases={releases.filter((release) => !hasFigures(release))} />
      </div>
      <TheIdea />
    </div>
  );
}

/** The front page prints the figures of a few releases, and names the others. */
function hasFigures({ figures }: NewestRelease): boolean {
  return figures.length > 0;
}
