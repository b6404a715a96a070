import type { Metadata } from "next";
import { groupDigits } from "#lib/series/format";
import { pageSize, type DataList } from "#lib/site/data-list";
import { dataPath, readDataQuery, wholeIndex, type AddressParameters } from "#lib/site/data-query";
import { DataFacets } from "../_components/data/data-facets.tsx";
import { DataFilters } from "../_components/data/data-filters.tsx";
import { DataPages } from "../_components/data/data-pages.tsx";
import { DataRows } from "../_components/data/data-rows.tsx";
import { DataSearch } from "../_components/data/data-search.tsx";
import { Notices } from "../_components/data/notices.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { getDataList } from "../_data/data.ts";

interface DataProps {
  readonly searchParams: Promise<AddressParameters>;
}

export async function generateMetadata({ searchParams }: DataProps): Promise<Metadata> {
  const { query } = readDataQuery(await searchParams);
  return {
    title: query.search === "" ? "The data" : `“${query.search}” in the data`,
    description:
      "Every series of the Treasury’s TIC data held here, with every vintage: search by words, table, class, measure and area.",
    alternates: alternatesOf("/data"),
    // One index for search engines: its thousand ways of being narrowed are not pages of their own.
    ...(dataPath(query) === dataPath(wholeIndex) ? {} : { robots: { index: false } }),
  };
}

/** The index of series: search, facets, and a ledger of what fits. */
export default async function DataIndex({ searchParams }: DataProps) {
  const { query: asked, notices } = readDataQuery(await searchParams);
  const list = await getDataList(asked);
  const { query } = list;
  const beyond =
    list.total === 0 || asked.page === query.page
      ? []
      : [`There is no page ${asked.page}; this is the last.`];
  return (
    <div className="data-index">
      <header className="data-index-head">
        <p className="kicker">The data</p>
        <h1>Every series, every vintage</h1>
        <DataSearch query={query} />
        <Notices notices={[...notices, ...beyond]} />
        <p className="data-count" role="status">
          {countInWords(list)}{" "}
          <a className="data-to-facets" href="#narrow">
            Narrow the list
          </a>
        </p>
        <DataFilters list={list} />
      </header>
      <DataRows list={list} />
      <DataPages list={list} />
      <DataFacets list={list} />
    </div>
  );
}

/** "6,021 series, 51 to 100 shown." */
function countInWords({ total, rows, query: { page } }: DataList): string {
  if (total === 0) return "No series.";
  const count = `${groupDigits(String(total))} series`;
  if (rows.length === total) return `${count}.`;
  const first = (page - 1) * pageSize + 1;
  return `${count}, ${first} to ${first + rows.length - 1} shown.`;
}
