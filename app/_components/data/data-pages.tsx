import Link from "next/link";
import type { DataList } from "#lib/site/data-list";
import { dataPath } from "#lib/site/data-query";

/** Ways to the other pages of a list. */
export function DataPages({ list: { query, pages } }: { list: DataList }) {
  if (pages < 2) return null;
  const { page } = query;
  const to = (target: number): string => dataPath({ ...query, page: target });
  return (
    <nav className="data-pages" aria-label="Pages of the list">
      {page > 1 ? (
        <Link href={to(Math.min(page - 1, pages))} rel="prev" prefetch={false}>
          Previous
        </Link>
      ) : (
        <span />
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link href={to(page + 1)} rel="next" prefetch={false}>
          Next
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
