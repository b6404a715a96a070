import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import type { ReleaseList } from "#lib/site/release-list";
import { Day } from "../site/day.tsx";

/** Every release by its newest vintage held. */
export function ReleaseLedger({ releases }: { releases: ReleaseList["releases"] }) {
  return (
    <ol className="release-list">
      {releases.map(({ release, vintages, headline }) => {
        const [newest] = vintages;
        if (newest === undefined) return null;
        const oldest = vintages.at(-1);
        const violations = vintages.reduce((total, one) => total + one.violations, 0);
        return (
          <li key={release.slug}>
            <h3>
              <Link href={`/releases/${release.slug}`} prefetch={false}>
                {release.title}
              </Link>
            </h3>
            <p>
              {vintages.length === 1 ? "One vintage" : `${vintages.length} vintages`} held
              {oldest === undefined || vintages.length === 1 ? (
                ","
              ) : (
                <>
                  , from <Day date={oldest.date} /> to
                </>
              )}{" "}
              <Link href={`/releases/${release.slug}/${newest.date}`} prefetch={false}>
                <Day date={newest.date} />
              </Link>
              . It covers {newest.covers}.
            </p>
            <dl>
              <div>
                <dt>Added</dt>
                <dd>{groupDigits(String(newest.added))}</dd>
              </div>
              <div>
                <dt>Revised</dt>
                <dd>{groupDigits(String(newest.revised))}</dd>
              </div>
              <div>
                <dt>Withdrawn</dt>
                <dd>{groupDigits(String(newest.withdrawn))}</dd>
              </div>
              <div>
                <dt>Mean revision</dt>
                <dd>
                  {newest.mean === null || headline === null ? (
                    "—"
                  ) : (
                    <abbr title={`Mean absolute revision of ${headline.label}, ${headline.unit}`}>
                      {newest.mean}
                    </abbr>
                  )}
                </dd>
              </div>
              <div>
                <dt>Do not add up</dt>
                <dd>{violations === 0 ? "none" : violations}</dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
