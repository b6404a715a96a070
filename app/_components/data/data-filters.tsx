import Link from "next/link";
import { withoutFacet, type DataList } from "#lib/site/data-list";
import { dataFacets, dataPath, facetName } from "#lib/site/data-query";

/** What was meant, and what the list is narrowed to: each can be taken back. */
export function DataFilters({ list: { query, facets, meant } }: { list: DataList }) {
  const chosen = dataFacets.flatMap((facet) =>
    facets[facet].flatMap((choice) => (choice.chosen ? [{ facet, name: choice.name }] : [])),
  );
  return (
    <>
      {meant === null ? null : (
        <p className="data-suggestion">
          Did you mean{" "}
          <Link href={dataPath({ ...query, search: meant, page: 1 })} prefetch={false}>
            {meant}
          </Link>
          ?
        </p>
      )}
      {chosen.length === 0 && query.search === "" ? null : (
        <ul className="data-filters" aria-label="Narrowed to">
          {query.search === "" ? null : (
            <li>
              <Link href={dataPath({ ...query, search: "", page: 1 })} prefetch={false}>
                “{query.search}” <Remove what="these words" />
              </Link>
            </li>
          )}
          {chosen.map(({ facet, name }) => (
            <li key={facet}>
              <Link href={dataPath(withoutFacet(query, facet))} prefetch={false}>
                {name} <Remove what={`this ${facetName[facet]}`} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Remove({ what }: { what: string }) {
  return (
    <>
      <span aria-hidden="true">×</span>
      <span className="visually-hidden"> take {what} back</span>
    </>
  );
}
