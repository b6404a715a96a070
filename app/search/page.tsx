import type { Metadata } from "next";
import { searchPath } from "#lib/site/search-found";
import { readSearchQuery } from "#lib/site/search-query";
import type { AddressParameters } from "#lib/site/data-query";
import { Notices } from "../_components/data/notices.tsx";
import { FoundGroups } from "../_components/search/found-groups.tsx";
import { NothingFound } from "../_components/search/nothing-found.tsx";
import { SearchForm } from "../_components/search/search-form.tsx";
import { SuggestedSearches } from "../_components/search/suggested-searches.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { getSearch } from "../_data/search.ts";
import "../_styles/search-page.css";

interface SearchProps {
  readonly searchParams: Promise<AddressParameters>;
}

export async function generateMetadata({ searchParams }: SearchProps): Promise<Metadata> {
  const { text } = readSearchQuery(await searchParams);
  return {
    title: text === "" ? "Search" : `“${text}”`,
    description: "Search articles, claims, series, areas, releases, charts and the glossary.",
    alternates: alternatesOf("/search"),
    robots: { index: false },
  };
}

/** One search over everything: a form, and what was found, in groups. */
export default async function SearchPage({ searchParams }: SearchProps) {
  const { text, notices } = readSearchQuery(await searchParams);
  const found = await getSearch(text).catch((error: unknown) => {
    reportOutage("A search cannot be answered", error);
    return null;
  });
  return (
    <div className="search-page">
      <header className="search-head">
        <p className="kicker">Search</p>
        <h1>{text === "" ? "Everything on this site" : `“${text}”`}</h1>
        <SearchForm text={text} />
        <Notices notices={notices} />
      </header>
      {found === null ? (
        <p className="search-said" role="status">
          The search cannot be answered just now. Nothing is lost:{" "}
          <a href={searchPath(text)}>search again in some seconds</a>.
        </p>
      ) : found.groups.length > 0 ? (
        <FoundGroups found={found} />
      ) : text === "" ? (
        <SuggestedSearches title="Where to begin" searches={found.suggested} />
      ) : (
        <NothingFound found={found} />
      )}
    </div>
  );
}
