import Link from "next/link";
import { formatPeriod, groupDigits } from "#lib/series/format";
import type { VintageChanges } from "#lib/site/home-changes";
import { Day } from "../site/day.tsx";

/** What the newest vintage that has one before it changed, and its largest revision. */
export function ReleaseChanges({ changes }: { changes: VintageChanges | null }) {
  if (changes === null) return null;
  const { release, title, from, to, largest } = changes;
  return (
    <section className="changes" aria-labelledby="changes-heading">
      <p className="kicker">What changed</p>
      <h2 id="changes-heading">{tally(changes)}</h2>
      <p className="release-vintage">
        <Link href={`/releases/${release}/${to}`} prefetch={false}>
          {title}
        </Link>
        : the vintage of <Day date={to} /> against that of <Day date={from} />.
      </p>
      {largest === null ? null : (
        <dl className="release-figures">
          <div>
            <dt>
              The largest:{" "}
              <Link className="row-link" href={`/data/${largest.key}`} prefetch={false}>
                {largest.title}
              </Link>
              , <span className="nowrap">{formatPeriod(largest.period)}</span>
            </dt>
            <dd>
              <span className="release-value">{largest.after}</span>
              <span className="release-change">
                {largest.moved}; it was {largest.before}
              </span>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

/** "1,204 figures new and 76 revised" */
function tally({ added, revised, withdrawn }: VintageChanges): string {
  const parts = [
    { count: added, word: "new" },
    { count: revised, word: "revised" },
    { count: withdrawn, word: "withdrawn" },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return "No figure changed";
  const words = parts.map(({ count, word }, index) => {
    const noun = index > 0 ? "" : count === 1 ? "figure " : "figures ";
    return `${groupDigits(String(count))} ${noun}${word}`;
  });
  return new Intl.ListFormat("en-US").format(words);
}
