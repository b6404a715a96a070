import Link from "next/link";
import type { SearchFound } from "#lib/site/search-found";
import { SuggestedSearches } from "./suggested-searches.tsx";

/** What there is when nothing has all that was typed. */
export function NothingFound({ found: { text, suggested } }: { found: SearchFound }) {
  return (
    <>
      <p className="search-said" role="status">
        Nothing has all of “{text}”, nor anything like it. Take a word back, or look through{" "}
        <Link href="/data" prefetch={false}>
          every series
        </Link>
        ,{" "}
        <Link href="/areas" prefetch={false}>
          the areas
        </Link>{" "}
        or{" "}
        <Link href="/glossary" prefetch={false}>
          the glossary
        </Link>
        .
      </p>
      <SuggestedSearches title="These find something" searches={suggested} />
    </>
  );
}
