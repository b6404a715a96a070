import Link from "next/link";
import type { AreaIndex } from "#lib/site/area-index";
import { Ledger, type LedgerColumn } from "../ledger/ledger.tsx";

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
      <Ledger
        label={`${title}: holdings`}
        className="area-table"
        columns={[{ title: "Area" }, ...columns.map(figureColumn)]}
        rows={rows.map(({ slug, name, iso, amounts }) => ({
          key: slug,
          id: slug === anchor ? undefined : slug,
          name: (
            <>
              <Link href={`/areas/${slug}`} prefetch={false}>
                {name}
              </Link>{" "}
              {iso === null ? null : <span className="place">{iso}</span>}
            </>
          ),
          cells: amounts,
        }))}
      />
    </section>
  );
}

function figureColumn({ label }: AreaIndex["columns"][number]): LedgerColumn {
  return { title: label, kind: "figure" };
}
