import Link from "next/link";
import { formatPeriod } from "#lib/series/format";
import { unitLabel } from "#lib/series/unit";
import type { DataPageQuery } from "#lib/site/data-build-page";
import type { DataPage } from "#lib/site/data-page";
import { AsOfForm } from "./as-of-form.tsx";
import { Notices } from "./notices.tsx";

/** The name of a series, its key, its newest figure, and the vintage it is read as of. */
export function SeriesHead({
  page,
  query,
  notices,
}: {
  page: DataPage;
  query: DataPageQuery;
  notices: readonly string[];
}) {
  const { series, release, headline, notice } = page;
  return (
    <header className="data-series-head">
      <p className="kicker">
        <Link href={`/data?release=${release.slug}`} prefetch={false}>
          {shortTitle(release.title)}
        </Link>
      </p>
      <h1>{series.title}</h1>
      <p className="data-key">
        <span className="label">Key</span> <code>{series.key}</code>
      </p>
      <Notices notices={notice === null ? notices : [...notices, notice]} />
      <dl className="data-headline">
        <div>
          <dt>{headline === null ? "Newest" : formatPeriod(headline.period)}</dt>
          <dd>
            {headline === null ? (
              "No value published"
            ) : (
              <>
                <span className="data-headline-value">{headline.amount}</span>
                <span className="data-headline-change">
                  {headline.violated ? (
                    <a href="#violations">
                      Doubtful: as printed, it does not add up with others of its release
                    </a>
                  ) : (
                    (headline.change ?? `published in ${unitLabel(series.unit, series.multiplier)}`)
                  )}
                </span>
              </>
            )}
          </dd>
        </div>
      </dl>
      <AsOfForm page={page} query={query} />
    </header>
  );
}

/** "TIC Table 1" of "TIC Table 1: U.S. Long-Term Securities …" */
function shortTitle(title: string): string {
  return title.split(":")[0] ?? title;
}
