import Link from "next/link";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { NumberOfMonth } from "#lib/site/home-number";

/** One figure of the newest vintage, chosen by a rule that stands below it, with the computation that chose it. */
export function NumberOfTheMonth({ number }: { number: NumberOfMonth | null }) {
  if (number === null) return null;
  const { key, value, label, period, standing, expression, asOf, among } = number;
  return (
    <section className="number" aria-labelledby="number-heading">
      <h2 id="number-heading" className="kicker">
        Number of the month
      </h2>
      <p className="number-value">{value}</p>
      <p className="number-words">
        <Link className="row-link" href={`/data/${key}`} prefetch={false}>
          {capitalise(label)}
        </Link>{" "}
        in {formatPeriod(period)}, {standing}.
      </p>
      <details className="number-why">
        <summary>Why this one</summary>
        <p>
          No editor chose it. Of {among} kinds of net purchases it is the one whose newest month is
          the highest or the lowest for the longest time.
        </p>
        <p>
          <code>{expression}</code> as of the vintage of {formatDay(asOf)}.
        </p>
      </details>
    </section>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
