import Link from "next/link";
import type { ChartPage } from "#lib/site/chart-page";

/** The series behind a chart, each a way to its vintages and its source. */
export function ChartSeries({ page: { series } }: { page: ChartPage }) {
  return (
    <section aria-labelledby="series">
      <h2 id="series">The data behind it</h2>
      <ul>
        {series.map(({ key, title }) => (
          <li key={key}>
            <Link href={`/data/${key}`} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
