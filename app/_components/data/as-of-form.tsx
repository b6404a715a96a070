import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { DataPageQuery } from "#lib/site/data-build-page";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";
import { Day } from "../site/day.tsx";

/** The vintage that a page is read as of, and a form to choose another; works without JavaScript. */
export function AsOfForm({ page, query }: { page: DataPage; query: DataPageQuery }) {
  const { series, vintages, vintage } = page;
  const newest = vintages.at(-1)?.date;
  if (vintages.length < 2) {
    return (
      <p className="data-as-of">
        <span>
          As of the vintage of <Day date={vintage.date} />, the only one held.
        </span>
      </p>
    );
  }
  return (
    <form className="data-as-of" action={seriesPath(series.key)} method="get">
      <label htmlFor="as-of">As of</label>
      <select id="as-of" name="asOf" defaultValue={vintage.date}>
        {[...vintages].reverse().map(({ date }) => (
          <option key={date} value={date}>
            {formatDay(date)}
          </option>
        ))}
      </select>
      {query.allValues ? <input type="hidden" name="values" value="all" /> : null}
      {query.allRevisions ? <input type="hidden" name="revisions" value="all" /> : null}
      <button type="submit">Read</button>
      {vintage.date === newest ? (
        <span>the newest of {vintages.length} vintages held</span>
      ) : (
        <span>
          an earlier vintage.{" "}
          <Link href={seriesPath(series.key, { ...query, asOf: null })} prefetch={false}>
            Read the newest
          </Link>
        </span>
      )}
    </form>
  );
}
