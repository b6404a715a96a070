import type { Metadata } from "next";
import type { ReactNode } from "react";
import { groupDigits } from "#lib/series/format";
import { pageSize, type DataList } from "#lib/site/data-list";
import {
  dataPath,
  readDataQuery,
  wholeIndex,
  type AddressParameters,
  type DataQuery,
} from "#lib/site/data-query";
import { DataFacets } from "../_components/data/data-facets.tsx";
import { DataFilters } from "../_components/data/data-filters.tsx";
import { DataPages } from "../_components/data/data-pages.tsx";
import { DataRows } from "../_components/data/data-rows.tsx";
import { DataSearch } from "../_components/data/data-search.tsx";
import { Notices } from "../_components/data/notices.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { getDataList } from "../_data/data-list.ts";

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
  if (list === null) return <Busy query={asked} notices={notices} />;
  const { query } = list;
  const beyond =
    list.total === 0 || asked.page === query.page
      ? []
      : [`There is no page ${asked.page}; this is the last.`];
  return (
    <div className="data-index">
      <Head query={query} notices={[...notices, ...beyond]}>
        <p className="data-count" role="status">
          {countInWords(list)}{" "}
          <a className="data-to-facets" href="#narrow">
            Narrow the list
          </a>
        </p>
        <DataFilters list={list} />
      </Head>
      <DataRows list={list} />
      <DataPages list={list} />
      <DataFacets list={list} />
    </div>
  );
}

interface HeadProps {
  readonly query: DataQuery;
  readonly notices: readonly string[];
  readonly children?: ReactNode;
}

function Head({ query, notices, children }: HeadProps) {
  return (
    <header className="data-index-head">
      <p className="kicker">The data</p>
      <h1>Every series, every vintage</h1>
      <DataSearch query={query} />
      <Notices notices={notices} />
      {children}
    </header>
  );
}

/**
 * What there is when too many search at once. The answer is never kept by anyone, as no answer of this page is, and the
 * search still stands in the form. (A page of Next cannot give a status of its own, such as 503.)
 */
function Busy({ query, notices }: HeadProps) {
  return (
    <div className="data-index">
      <Head query={query} notices={notices} />
      <p className="data-empty" role="status">
        Too many search at once. Nothing is lost:{" "}
        <a href={dataPath(query)}>search again in some seconds</a>.
      </p>
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
