import Link from "next/link";
import type { AreaIndex } from "#lib/site/area-index";

interface AreaTableProps {
  readonly section: AreaIndex["sections"][number];
  readonly columns: AreaIndex["columns"];
}

/** One section of the list of areas: a region's countries, or the areas that are none. */
export function AreaTable({ section, columns }: AreaTableProps) {
  const { anchor, title, area, rows } = section;
  const headingId = anchor;
  return (
    <section className="area-section" aria-labelledby={headingId}>
      <h2 id={headingId}>
        {area === null ? (
          title
        ) : (
          <Link href={`/areas/${area}`} prefetch={false}>
            {title}
          </Link>
        )}
      </h2>
      <div className="ledger-scroll" role="region" aria-label={`${title}: holdings`} tabIndex={0}>
        <table className="ledger area-table">
          <thead>
            <tr>
              <th scope="col">Area</th>
              {columns.map(({ label }) => (
                <th key={label} scope="col" className="figure">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slug, name, iso, amounts }) => (
              <tr key={slug} id={slug === anchor ? undefined : slug}>
                <th scope="row">
                  <Link href={`/areas/${slug}`} prefetch={false}>
                    {name}
                  </Link>{" "}
                  {iso === null ? null : <span className="place">{iso}</span>}
                </th>
                {columns.map(({ label }, column) => (
                  <td key={label} className="figure">
                    {amounts[column] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
