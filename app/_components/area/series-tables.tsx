import Link from "next/link";
import type { AreaPage } from "#lib/site/area-page";

/** Every series of an area, by table and class. */
export function SeriesTables({ tables }: { tables: AreaPage["tables"] }) {
  return (
    <div className="series-tables">
      {tables.map(({ release, title, rows }) => (
        <section key={release}>
          <h3>{title}</h3>
          <dl>
            {rows.map(({ label, series }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {series.map(({ key, measure }, index) => (
                    <span key={key}>
                      {index === 0 ? null : <span aria-hidden="true"> · </span>}
                      <Link
                        href={`/data/${key}`}
                        prefetch={false}
                        aria-label={`${label}: ${measure}`}
                      >
                        {measure}
                      </Link>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
