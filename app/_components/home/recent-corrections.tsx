import Link from "next/link";
import type { Correction } from "#lib/site/corrections";
import { Day } from "../site/day.tsx";

/** The newest corrections, or that there are none and where one would stand. */
export function RecentCorrections({ corrections }: { corrections: readonly Correction[] }) {
  return (
    <section className="front-corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading" className="kicker">
        Corrections
      </h2>
      {corrections.length === 0 ? (
        <p className="front-none">
          None so far. When an article is found wrong, what was wrong and what is right stand here,
          with the day.
        </p>
      ) : (
        <ol className="front-lines">
          {corrections.map(({ date, right, article }) => (
            <li key={`${article.slug} ${date} ${right}`}>
              <p>{right}</p>
              <p className="label">
                <Day date={date} />, in{" "}
                <Link href={`/articles/${article.slug}#corrections`} prefetch={false}>
                  {article.headline}
                </Link>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="front-more-link">
        <Link href="/corrections" prefetch={false}>
          All corrections
        </Link>
      </p>
    </section>
  );
}
