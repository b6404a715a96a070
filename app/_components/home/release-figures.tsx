import { formatPeriod } from "#lib/series/format";
import type { NewestRelease } from "#lib/site/home-page";
import { Day } from "../site/day.tsx";

/** The newest vintage of a release, and the figures in it that matter most. */
export function ReleaseFigures({ release }: { release: NewestRelease }) {
  return (
    <section className="release" aria-labelledby="release-heading">
      <p className="kicker">Newest release</p>
      <h2 id="release-heading">{release.title}</h2>
      <p className="release-vintage">
        {release.publisher}, vintage of <Day date={release.vintage} />
      </p>
      <dl className="release-figures">
        {release.figures.map(({ key, label, value, change, period }) => (
          <div key={`${key} ${period}`}>
            <dt>
              {label}, <span className="nowrap">{formatPeriod(period)}</span>
            </dt>
            <dd>
              <span className="release-value">{value}</span>
              {change === null ? null : <span className="release-change">{change}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="release-covers">
        Covers {release.covers}. <a href={release.url}>The Treasury’s file</a>
      </p>
    </section>
  );
}
