import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { NewestRelease } from "#lib/site/home-page";

/** The releases whose figures the front page does not print, by name. */
export function AlsoHeld({ releases }: { releases: readonly NewestRelease[] }) {
  if (releases.length === 0) return null;
  return (
    <section className="front-also" aria-labelledby="also-held">
      <h2 id="also-held" className="kicker">
        More releases held
      </h2>
      <ul className="also-held">
        {releases.map(({ release, title, vintage }) => (
          <li key={release}>
            <Link href={`/releases/${release}`} prefetch={false}>
              {title}
            </Link>{" "}
            <span className="label">{formatDay(vintage)}</span>
          </li>
        ))}
      </ul>
      <p className="release-covers">
        <Link href="/releases" prefetch={false}>
          All releases and the calendar
        </Link>
      </p>
    </section>
  );
}
