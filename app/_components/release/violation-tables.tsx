import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import type { ViolationGroup } from "#lib/site/release-list";
import { shortName } from "#lib/site/release-names";
import { Day } from "../site/day.tsx";
import { ViolationNote } from "./violation-note.tsx";

/** What does not add up, table by table: each opens, for few readers want them all. */
export function ViolationTables({ groups }: { groups: readonly ViolationGroup[] }) {
  const releases = [...new Set(groups.map(({ largest }) => largest.release))];
  return releases.map((release) => {
    const own = groups.filter(({ largest }) => largest.release === release);
    return (
      <details key={release} className="violation-table">
        <summary>
          {shortName({ slug: release, title: release })}
          <span> {countOf(own)}</span>
        </summary>
        <ul className="violations">
          {own.map((group) => (
            <Violation key={keyOf(group)} group={group} />
          ))}
        </ul>
      </details>
    );
  });
}

function Violation({ group: { count, largest } }: { group: ViolationGroup }) {
  const { release, date } = largest;
  return (
    <li>
      <p className="kicker">
        <Link href={`/releases/${release}/${date}#violations`} prefetch={false}>
          Vintage of <Day date={date} />
        </Link>
      </p>
      <ViolationNote violation={largest} />
      {count === 1 ? null : (
        <p className="label">The largest of {count} of this kind in the vintage.</p>
      )}
    </li>
  );
}

/** "1 sum does not hold", "208 sums do not hold" */
function countOf(groups: readonly ViolationGroup[]): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return count === 1 ? "1 sum does not hold" : `${groupDigits(String(count))} sums do not hold`;
}

function keyOf({ largest: { date, identity, key, period } }: ViolationGroup): string {
  return [date, identity, key, period].join(" ");
}
