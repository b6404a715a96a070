import Link from "next/link";
import { formatPeriod } from "#lib/series/format";
import type { NewestRelease } from "#lib/site/home-page";
import { Day } from "../site/day.tsx";

interface ReleaseFiguresProps {
  readonly kicker: string;
  readonly release: NewestRelease;
}

/** The newest vintage of a release, and the figures in it that matter most. */
export function ReleaseFigures({ kicker, release }: ReleaseFiguresProps) {
  const headingId = `release-${release.release}`;
  return (
    <section className="release" aria-labelledby={headingId}>
      <p className="kicker">{kicker}</p>
      <h2 id={headingId}>{release.title}</h2>
      <p className="release-vintage">
        <Link href={`/releases/${release.release}/${release.vintage}`} prefetch={false}>
          Vintage of <Day date={release.vintage} />
        </Link>
      </p>
      <dl className="release-figures">
        {release.figures.map(({ key, label, value, change, period }) => (
          <div key={`${key} ${period}`}>
            <dt>
              <Link className="row-link" href={`/data/${key}`} prefetch={false}>
                {label}
              </Link>
              , <span className="nowrap">{formatPeriod(period)}</span>
            </dt>
            <dd>
              <span className="release-value">{value}</span>
              {change === null ? null : <span className="release-change">{change}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="release-covers">
        Covers {release.covers}. {release.publisher}: <a href={release.url}>the file</a>.
      </p>
    </section>
  );
}
