import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import { startWithCount } from "#lib/site/release-names";
import type { ReleaseList } from "#lib/site/release-list";
import type { ReleasePage } from "#lib/site/release-page";
import { Day } from "../site/day.tsx";

/** Every release by its newest vintage held. */
export function ReleaseLedger({ releases }: { releases: ReleaseList["releases"] }) {
  return (
    <ol className="release-list">
      {releases.map((page) => (
        <li key={page.release.slug}>
          <ReleaseEntry page={page} />
        </li>
      ))}
    </ol>
  );
}

function ReleaseEntry({ page }: { page: ReleasePage }) {
  const { release, vintages, headline } = page;
  const [newest] = vintages;
  const oldest = vintages.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const violations = vintages.reduce((total, one) => total + one.violations, 0);
  return (
    <>
      <h3>
        <Link href={`/releases/${release.slug}`} prefetch={false}>
          {release.title}
        </Link>
      </h3>
      <p>
        {vintages.length === 1 ? (
          "One vintage held, of "
        ) : (
          <>
            {startWithCount(vintages.length)} vintages held, from <Day date={oldest.date} /> to{" "}
          </>
        )}
        <Link href={`/releases/${release.slug}/${newest.date}`} prefetch={false}>
          <Day date={newest.date} />
        </Link>
        . It covers {newest.covers}
        {vintages.length === 1 ? ", and there is none before it to compare with." : "."}
      </p>
      <dl>
        {newest.changes === null ? null : (
          <>
            <Fact name="Added" value={groupDigits(String(newest.changes.added))} />
            <Fact name="Revised" value={groupDigits(String(newest.changes.revised))} />
            <Fact name="Withdrawn" value={groupDigits(String(newest.changes.withdrawn))} />
          </>
        )}
        {newest.mean === null || headline === null ? null : (
          <Fact
            name={`Mean absolute revision of ${headline.label}`}
            value={`${newest.mean} (${headline.unit})`}
          />
        )}
        {violations === 0 ? null : (
          <Fact
            name="Sums that do not hold, in all vintages"
            value={groupDigits(String(violations))}
          />
        )}
      </dl>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
